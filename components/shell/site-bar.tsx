import { AccountMenu } from '@/components/shell/account-menu'
import type { Viewer } from '@/lib/server/session'
import { TopBar } from './top-bar'

/** The bar of the pages outside any course. */
export function SiteBar({ viewer }: { viewer: Viewer | null }) {
  const end = viewer ? (
    <AccountMenu
      name={viewer.actor.name}
      role={viewer.actor.siteOwner ? 'Site owner' : undefined}
      demo={viewer.demo}
    />
  ) : null
  return <TopBar home="/" title="Colloquy" end={end} />
}
