import { AccountMenu } from '@/components/shell/account-menu'
import type { Viewer } from '@/lib/server/session'
import { TopBar } from './top-bar'

export type Account = { name: string; role?: string; demo: boolean }

/** What the menu shows of somebody who is signed in. */
export const accountOf = (viewer: Viewer | null): Account | null =>
  viewer && {
    name: viewer.actor.name,
    role: viewer.actor.siteOwner ? 'Site owner' : undefined,
    demo: viewer.demo,
  }

export function AccountBar({ account }: { account: Account | null }) {
  return <TopBar home="/" title="Colloquy" end={account ? <AccountMenu {...account} /> : null} />
}

/** The bar of the pages outside any course. */
export function SiteBar({ viewer }: { viewer: Viewer | null }) {
  return <AccountBar account={accountOf(viewer)} />
}
