/** A line whose *titles* stand between asterisks, as references are typed. */
export function Emphasis({ children }: { children: string }) {
  const parts = children.split(/\*([^*]+)\*/)
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never change places
  return parts.map((part, i) => (i % 2 ? <em key={i}>{part}</em> : part))
}
