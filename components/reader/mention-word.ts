/** At most two spaces: "@Ana Maria L". */
const WORD =
  /(?:^|[^\p{L}\p{M}\p{N}_])@([\p{L}\p{M}][\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*){0,2})?$/u

/** What has been typed of a name after the "@" before the caret; null where there is none. */
export function mentionBefore(text: string, caret: number): string | null {
  const found = WORD.exec(text.slice(Math.max(0, caret - 80), caret))
  return found ? (found[1] ?? '') : null
}
