import { MissingPage } from '@/components/shell/missing-page'
import { accountOf } from '@/components/shell/site-bar'
import { currentViewer } from '@/lib/server/session'

export default async function NotFound() {
  return <MissingPage account={accountOf(await currentViewer().catch(() => null))} />
}
