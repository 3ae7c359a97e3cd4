'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { drawLotAction } from '@/lib/debates/actions'
import { Check } from './check'
import { useForm } from './use-form'

/** Staff draw the sides. It takes places away from those who have one, so it asks first. */
export function DrawLot({ debateId, again }: { debateId: string; again: boolean }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [seed, setSeed] = useState('')
  const [everybody, setEverybody] = useState(false)
  const [byGroup, setByGroup] = useState(false)
  const { busy, setBusy, errors, message, submit } = useForm(
    () => drawLotAction({ debateId, seed, everybody, byGroup }),
    (drawn) => {
      setBusy(false)
      setOpen(false)
      toast(`Drawn from the seed ${drawn.seed}.`)
      router.refresh()
    },
  )
  return (
    <div className="mb-5 print:hidden">
      <Button look={again ? 'plain' : 'main'} onClick={() => setOpen(true)}>
        {again ? 'Draw the lot anew' : 'Draw the lot'}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={again ? 'Draw the lot anew' : 'Draw the lot'}>
        <div className="grid gap-4">
          <p className="text-ink-2">
            All students take part but those who are chair or timekeeper.{' '}
            {again ? 'Places given by the last draw are lost; that it was drawn again stays in the log.' : ''}
          </p>
          <Check
            label="Everybody on a side"
            hint="Otherwise as many as the phases have places for speakers; the rest are jurors."
            on={everybody}
            onChange={setEverybody}
          />
          <Check
            label="Divide each group evenly"
            hint="In every group of the course the sides differ by one at most."
            on={byGroup}
            onChange={setByGroup}
          />
          <Field
            label="Seed"
            hint="Empty: made by the server. A number that nobody can choose, such as a public lottery’s, convinces more."
            value={seed}
            maxLength={80}
            error={errors.seed}
            onChange={(event) => setSeed(event.target.value)}
          />
          {message ? (
            <p role="alert" className="text-13 text-bad">
              {message}
            </p>
          ) : null}
        </div>
        <div className="mt-5 flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            Cancel
          </Button>
          <Button look="main" busy={busy} onClick={submit}>
            Draw
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
