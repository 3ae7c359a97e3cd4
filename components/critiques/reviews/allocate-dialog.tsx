'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { allocateReviewsAction, previewAllocationAction } from '@/lib/critiques/reviews/actions'
import type { ReviewsDesk } from '@/lib/critiques/reviews/dto'

type Options = { seed: string; anew: boolean; everyone: boolean }
type Preview = { added: number; removed: number; kept: number; loads: [number, number][] }
type Desk = Pick<ReviewsDesk, 'head' | 'allocatedAt' | 'seed' | 'perSubmission' | 'conflicts'>

const reviews = (n: number) => (n === 1 ? '1 review' : `${n} reviews`)
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** Says who would get how many before anything happens. */
export function AllocateButton({ desk }: { desk: Desk }) {
  const [open, setOpen] = useState(false)
  const again = desk.allocatedAt !== null
  return (
    <>
      <Button look={again ? 'plain' : 'main'} onClick={() => setOpen(true)}>
        {again ? 'Allocate again' : 'Allocate reviews'}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={again ? 'Allocate again' : 'Allocate reviews'}
      >
        <Form desk={desk} done={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function usePreview(assignmentId: string, options: Options) {
  const { seed, anew, everyone } = options
  const [preview, setPreview] = useState<Preview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const lost = { ok: false as const, message: 'There is no connection.' }
      const found = await previewAllocationAction({ assignmentId, seed, anew, everyone }).catch(() => lost)
      if (!current) return
      setPreview(found.ok ? found.value : null)
      setProblem(found.ok ? null : found.message)
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [assignmentId, seed, anew, everyone])
  return { preview, problem }
}

function Form({ desk, done }: { desk: Desk; done: () => void }) {
  const router = useRouter()
  const { assignmentId } = desk.head
  const again = desk.allocatedAt !== null
  const [options, setOptions] = useState<Options>({ seed: desk.seed, anew: false, everyone: false })
  const { preview, problem } = usePreview(assignmentId, options)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const change = (part: Partial<Options>) => setOptions({ ...options, ...part })
  async function allocate() {
    setBusy(true)
    const lost = { ok: false as const, message: 'There is no connection. Try again shortly.' }
    const result = await allocateReviewsAction({ assignmentId, ...options }).catch(() => lost)
    setBusy(false)
    if (!result.ok) return setError(result.message)
    done()
    toast(`${reviews(result.value.added)} allocated.`)
    router.refresh()
  }
  const nothing = preview !== null && preview.added + preview.removed === 0
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">
        Each critique gets {desk.perSubmission} {desk.perSubmission === 1 ? 'reviewer' : 'reviewers'}; nobody
        their own, or that of somebody they are in conflict with. What is begun stays where it is.
        {desk.conflicts.length > 0 ? ` Conflicts heeded: ${desk.conflicts.length}.` : ''}
      </p>
      <Field
        label="Seed of the draw"
        hint="The same seed, critiques and people give the same draw. Students never see it."
        value={options.seed}
        maxLength={40}
        onChange={(event) => change({ seed: event.target.value })}
      />
      <div className="grid gap-1">
        {again ? (
          <Check label="Draw anew what nobody has begun" on={options.anew} set={(anew) => change({ anew })} />
        ) : null}
        <Check
          label="Students who submitted nothing review too"
          on={options.everyone}
          set={(everyone) => change({ everyone })}
        />
      </div>
      <div aria-live="polite">
        {problem ? (
          <Notice tone="warn">{problem}</Notice>
        ) : preview ? (
          <Outcome preview={preview} />
        ) : (
          <p className="text-ink-3">Working it out…</p>
        )}
      </div>
      {error ? <Notice tone="bad">{error}</Notice> : null}
      <div className="flex gap-2">
        <Button look="main" busy={busy} disabled={!preview || nothing} onClick={allocate}>
          Allocate
        </Button>
        <Button onClick={done}>Cancel</Button>
      </div>
    </div>
  )
}

function Check({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label className="flex items-center gap-2.5 py-1 pointer-coarse:py-2.5 text-14 cursor-pointer">
      <input type="checkbox" className="accent-accent" checked={on} onChange={(e) => set(e.target.checked)} />
      {label}
    </label>
  )
}

function Outcome({ preview }: { preview: Preview }) {
  const { added, removed, kept, loads } = preview
  if (added + removed === 0)
    return <p className="text-ink-2">Nothing would change: every critique has its reviewers.</p>
  return (
    <div className="text-14 text-ink-2">
      <p>
        {reviews(added)} would be given
        {removed > 0 ? `, ${removed} taken away` : ''}
        {kept > 0 ? `, ${kept} stay as they are` : ''}. Then:
      </p>
      <ul className="num mt-1">
        {loads.map(([load, n]) => (
          <li key={load}>
            {people(n)} {n === 1 ? 'has' : 'have'} {reviews(load)} to write
          </li>
        ))}
      </ul>
    </div>
  )
}
