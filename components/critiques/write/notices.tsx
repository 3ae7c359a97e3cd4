'use client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { toast } from '@/components/ui/toasts'
import type { Autosave } from './autosave'

type Props = { autosave: Autosave; fields: { code: string; title: string }[]; what?: string }

const when = (at: number) =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

/** Another window saved something else. It floats, because the writer may be far down the page. */
function Stale({ autosave, fields, what = 'critique' }: Props) {
  const { state } = autosave.view
  if (state.kind !== 'stale') return null
  const names = fields.filter((f) => state.fields.includes(f.code)).map((f) => f.title)
  const load = () => {
    const mine = autosave.loadNewer()
    toast('This is the newer text.', { undo: () => autosave.putBack(mine) })
  }
  return (
    <div
      role="alert"
      className="sticky z-20 top-[calc(var(--bar)+8px)] mb-6 grid gap-3 rounded-lg border border-warn bg-surface shadow-float px-4 py-3"
    >
      <p>
        <strong className="font-semibold">This {what} was changed in another window.</strong>{' '}
        {names.length > 0 ? `The two differ in: ${names.join(', ')}.` : null} Nothing is saved until you
        choose.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={load}>Load the newer text</Button>
        <Button onClick={() => autosave.keepMine()}>Keep mine</Button>
      </div>
    </div>
  )
}

export function Notices({ autosave, fields, what }: Props) {
  const { state, restoredAt } = autosave.view
  return (
    <>
      <Stale autosave={autosave} fields={fields} what={what} />
      {restoredAt && state.kind !== 'stale' ? (
        <div className="mb-6">
          <Notice tone="good">
            This browser had kept what you wrote on {when(restoredAt)} and had not reached us. It is back in
            its place.
          </Notice>
        </div>
      ) : null}
      {state.kind === 'refused' ? (
        <div className="mb-6">
          <Notice tone="bad">{state.message} What you wrote is kept in this browser.</Notice>
        </div>
      ) : null}
    </>
  )
}
