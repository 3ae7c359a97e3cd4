'use client'
import { Dialog } from '@/components/ui/dialog'
import { KeyList } from '@/components/ui/key-list'

const OUTLINE: [keys: string[], what: string][] = [
  [['↓', '↑'], 'Next and previous claim'],
  [['→', '←'], 'Unfold and go in; fold and go out'],
  [['Home', 'End'], 'First and last claim'],
  [['Enter'], 'To what can be done with the claim'],
  [['Esc'], 'Back to the claim'],
]
const CLAIM: [keys: string[], what: string][] = [
  [['f'], 'Add a claim for it'],
  [['a'], 'Add a claim against it'],
  [['u'], 'Undercut it'],
  [['e'], 'Edit its words'],
  [['s'], 'Edit its sources'],
  [['j'], 'Judge it'],
  [['m'], 'Move it under another claim'],
  [['l'], 'Link it with other premises'],
  [['g'], 'Merge it into another (staff)'],
  [['h'], 'History'],
  [['b'], 'Only this branch, and back'],
  [['Delete'], 'Delete it'],
]
const MAP: [keys: string[], what: string][] = [
  [['→', '←'], 'To an answer; to what it answers'],
  [['↓', '↑'], 'To the claims beside it'],
  [['Space'], 'Fold and unfold'],
  [['+', '−'], 'Nearer and further'],
  [['0'], 'All of it'],
  [['Shift', '→'], 'Move the map, by any arrow'],
]

/** The keys of the argument. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys of the argument">
      <h3 className="font-sans text-13 font-semibold">In the outline</h3>
      <KeyList keys={OUTLINE} />
      <h3 className="mt-5 font-sans text-13 font-semibold">At a claim, in the outline and in the map</h3>
      <KeyList keys={CLAIM} />
      <h3 className="mt-5 font-sans text-13 font-semibold">In the map</h3>
      <KeyList keys={MAP} />
    </Dialog>
  )
}
