'use client'
import { useMemo, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { descendants } from '@/lib/debates/rules/move'
import { claimCode, type Relation } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument } from '../context'
import { useActs } from '../use-acts'
import { POINTING } from '../words'
import { ActionsRow } from './actions-row'
import { ClaimPicker } from './claim-picker'

const RELATIONS = ['SUPPORTS', 'OPPOSES', 'UNDERCUTS'] as const

function Pointing(props: {
  target: string
  motion: boolean
  value: Relation
  onChange: (r: Relation) => void
}) {
  return (
    <fieldset className="flex flex-wrap gap-x-5 gap-y-1.5 text-14">
      <legend className="mb-1.5 font-medium text-13 text-ink-2">Which way it points there</legend>
      {RELATIONS.slice(0, props.motion ? 2 : 3).map((relation) => (
        <label
          key={relation}
          className={`inline-flex items-center gap-1.5 cursor-pointer ${POINTING[relation].text}`}
        >
          <input
            type="radio"
            name="pointing"
            className="accent-accent"
            checked={props.value === relation}
            onChange={() => props.onChange(relation)}
          />
          {POINTING[relation].word} {props.target}
        </label>
      ))}
    </fieldset>
  )
}

/** Hangs a claim elsewhere: what dragging does in the map, by words. */
export default function MoveDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const { placed, byId } = useArgument()
  const { move } = useActs()
  const [to, setTo] = useState<string | null>(claim.parentId)
  const [relation, setRelation] = useState<Relation>(claim.relation)
  const places = useMemo(() => {
    const below = descendants(placed, claim.id)
    return placed.filter((c) => c.id !== claim.id && !below.has(c.id))
  }, [placed, claim.id])
  const target = to ? byId.get(to) : undefined
  const points = !target && relation === 'UNDERCUTS' ? 'OPPOSES' : relation
  const same = to === claim.parentId && points === claim.relation
  const code = claimCode(claim.number)
  const send = () => {
    onClose()
    void move(claim, { parentId: to, relation: points })
  }
  return (
    <Dialog open onClose={onClose} title={`Move ${code}`}>
      <p className="mb-4 text-13 text-ink-2">Everything that answers {code} comes along.</p>
      <div className="grid gap-4">
        <label className="inline-flex items-center gap-2 text-14 cursor-pointer">
          <input type="radio" className="accent-accent" checked={to === null} onChange={() => setTo(null)} />
          Under the motion itself
        </label>
        <ClaimPicker label="Or under the claim" claims={places} chosen={to} onChoose={setTo} />
        <Pointing
          target={target ? claimCode(target.number) : 'the motion'}
          motion={!target}
          value={points}
          onChange={setRelation}
        />
      </div>
      <ActionsRow verb={`Move ${code}`} busy={false} disabled={same} onCancel={onClose} onDo={send} />
    </Dialog>
  )
}
