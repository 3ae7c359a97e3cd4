'use client'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Skeleton } from '@/components/ui/feedback'
import { Section } from '@/components/ui/page'
import { matching as matchingOf } from '@/lib/debates/rules/filters'
import { type Standing, standing as standingOf } from '@/lib/debates/rules/tree'
import type { ArgumentDto, CitableDto } from '@/lib/debates/schema'
import { keyOf } from '../reader/shortcut-keys'
import { ArgumentContext, type View, type Viewer } from './argument/context'
import { ClaimDialogs } from './argument/dialogs'
import { Outline } from './argument/outline'
import { CiteForm } from './argument/root-tools'
import { Toolbar } from './argument/toolbar'
import { useClaims } from './argument/use-claims'
import { useUi } from './argument/use-ui'
import { RoomNews } from './room'
import { standingSentence } from './words'

const ArgumentMap = lazy(() => import('./argument/map'))
const KeysDialog = lazy(() => import('./argument/keys-dialog'))

/** The share of claims that help each side; the sentence above it says the same. */
function Balance({ standing }: { standing: Standing }) {
  if (standing.claims === 0) return null
  return (
    <div aria-hidden className="mb-6 flex h-1 gap-0.5">
      <div className="bg-for rounded-sm" style={{ flexGrow: standing.for.claims }} />
      <div className="bg-against rounded-sm" style={{ flexGrow: standing.against.claims }} />
    </div>
  )
}

/** `?` shows the keys, wherever on the page the keyboard is. */
function useKeysDialog(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => keyOf(event) === '?' && setOpen(true)
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
  return [open, setOpen]
}

type Props = {
  argument: ArgumentDto
  motion: string
  timeZone: string
  viewer: Viewer
  cite: CitableDto | null
  /** Of the debate's page. */
  path: string
  /** As the address asks; null where it does not. */
  view: View | null
}

/** The argument as an outline and as a map, both following what others do. */
export function Argument({ argument, motion, timeZone, viewer, cite, path, view }: Props) {
  const claims = useClaims(argument)
  const { placed, store, snapshot, byId, own, settle, reload } = claims
  const [ui, steer] = useUi(view, placed, store)
  const [keys, setKeys] = useKeysDialog()
  const standing = useMemo(() => standingOf(placed), [placed])
  const { of, side } = ui.filter
  const matching = useMemo(
    () => (of === 'ALL' && !side ? null : matchingOf(placed, { of, side }, viewer.memberId)),
    [placed, of, side, viewer.memberId],
  )
  // a branch that somebody took away meanwhile
  const focus = ui.focus && byId.has(ui.focus) ? ui.focus : null
  const state = {
    ...{ store, snapshot, placed, byId, own, settle, reload, steer, viewer, motion, timeZone },
    ui: { ...ui, focus },
  }
  return (
    <ArgumentContext value={state}>
      <Section id="argument" title="The argument" sub={standingSentence(standing)} actions={<RoomNews />}>
        <Balance standing={standing} />
        {cite && viewer.add ? <CiteForm note={cite} path={path} /> : null}
        <Toolbar standing={standing} matches={matching?.size ?? null} onKeys={() => setKeys(true)} />
        {ui.view === 'map' ? (
          <Suspense fallback={<Skeleton className="h-[70dvh] w-full" />}>
            <ArgumentMap matching={matching} />
          </Suspense>
        ) : (
          <Outline matching={matching} counts={standing} />
        )}
        <ClaimDialogs />
        {keys ? (
          <Suspense>
            <KeysDialog onClose={() => setKeys(false)} />
          </Suspense>
        ) : null}
      </Section>
    </ArgumentContext>
  )
}
