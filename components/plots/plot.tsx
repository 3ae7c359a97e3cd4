import { type ReactNode, useId } from 'react'
import { cx } from '@/components/ui/cx'
import { type Twin, TwinLinks } from './twin'

export type Frame = {
  /** Names the figure, the table and, for those who hear it, the picture. */
  title: string
  /** What to see in it, in a sentence or two. */
  caption?: ReactNode
  /** Name of the CSV file, without its ending. */
  file: string
  /** Where the heading above says the same as the title: the title is then heard alone. */
  quiet?: boolean
}

type Props = Frame & {
  twin: Twin
  /** One drawing, that no page break may cut; rows may go on on the next page. */
  whole?: boolean
  /** What the picture says to those who do not see it. */
  says: string
  children: ReactNode
}

/** The frame of every plot: a figure with its words, the drawing, and the same as a table and a CSV file. */
export function Plot({ title, caption, file, quiet, twin, says, whole, children }: Props) {
  const id = useId()
  return (
    <figure aria-labelledby={id} className={cx('min-w-0', whole && 'print:break-inside-avoid')}>
      <figcaption className="mb-3 print:break-after-avoid">
        <span id={id} className={quiet ? 'sr-only' : 'block text-14 font-medium'}>
          {title}
        </span>
        {caption ? <span className="block max-w-[70ch] text-13 text-ink-3">{caption}</span> : null}
      </figcaption>
      <div role="img" aria-label={says}>
        {children}
      </div>
      <TwinLinks label={title} twin={twin} file={file} />
    </figure>
  )
}

/** A sample of a colour, with its word, below a plot. */
export function Key({ items }: { items: { label: ReactNode; swatch: ReactNode }[] }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
      {items.map(({ label, swatch }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key never changes its order
        <li key={i} className="inline-flex items-center gap-2">
          {swatch}
          {label}
        </li>
      ))}
    </ul>
  )
}
