import type { View } from '@/lib/explanations/rules/vocabulary'

const TEXTS: Record<View, string> = {
  mine: 'Ask of each cell: if this explanation were true, how surprising would this observation be? Work across a row before you work down a column. Pale cells count as the class starts them; once you have rated one, the class’s rating shows below yours, and a frame where the two are two steps apart or more. Others see your rating only as one of many, never with your name.',
  class:
    'The middle rating of all who rated the cell; the strip below is everybody’s. A cell shows once three others have rated it, and until then counts as the class starts it. The two figures at the end of a row: how far it tells the explanations apart (the standard deviation of its ratings), and how far it divides the class, from 0 (all rate alike) to 1 (half at each end).',
  start:
    'The ratings that the staff set as a starting point. Each answers: if this explanation were true, how surprising would this observation be?',
  differences:
    'Your rating against the class’s, or against the start’s while too few have rated the cell. Yellow is one step apart from the class, deep yellow two or more.',
}

/** How to read the table as it is shown. */
export function Hint({ view, canRate }: { view: View; canRate: boolean }) {
  return (
    <p className="mt-3 mb-6 max-w-[88ch] text-13 text-ink-3">
      {view === 'mine' && !canRate ? TEXTS.class : TEXTS[view]}
    </p>
  )
}
