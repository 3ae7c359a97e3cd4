import type { Piece } from '@/lib/critiques/rules/compare'

/** Not by colour alone: what came is underlined, what went is struck through, and both are said. */
function Mark({ piece }: { piece: Piece }) {
  if (piece.kind === 'added')
    return (
      <ins className="bg-accent-soft text-ink decoration-accent decoration-2 underline-offset-3">
        <span className="sr-only"> Added: </span>
        {piece.text}
        <span className="sr-only">. </span>
      </ins>
    )
  if (piece.kind === 'removed')
    return (
      <del className="bg-against-soft text-ink-2 decoration-against decoration-2">
        <span className="sr-only"> Removed: </span>
        {piece.text}
        <span className="sr-only">. </span>
      </del>
    )
  if (piece.kind !== 'folded') return <span>{piece.text}</span>
  return (
    <details className="group my-2 font-sans text-13 print:hidden">
      <summary className="cursor-pointer text-ink-3 hover:text-ink">
        <span className="num">{piece.words}</span> words are the same
      </summary>
      <span className="mt-1 block whitespace-pre-wrap font-serif text-16 text-ink-2">
        {piece.text.trim()}
      </span>
    </details>
  )
}

/** The words of a field, the earlier and the later in one. */
export function ChangeText({ pieces }: { pieces: Piece[] }) {
  return (
    <div className="measure whitespace-pre-wrap font-serif text-16 leading-relaxed [overflow-wrap:anywhere]">
      {pieces.map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one comparison never change places
        <Mark key={i} piece={piece} />
      ))}
    </div>
  )
}
