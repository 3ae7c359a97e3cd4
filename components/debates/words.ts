import type { SideCount, Standing } from '@/lib/debates/rules/tree'

/** "1 claim", "7 claims". */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** "11 claims help this side, 4 of them without a source." */
export function sideSentence({ claims, unsourced }: SideCount): string {
  const help = `${counted(claims, 'claim')} ${claims === 1 ? 'helps' : 'help'} this side in the end`
  return unsourced ? `${help}, ${unsourced} of them without a source.` : `${help}.`
}

/** How the argument stands, in a sentence or two. */
export function standingSentence(s: Standing): string {
  if (s.claims === 0)
    return 'Nothing has been said yet. A claim is a sentence that others can answer; begin with one for or against the motion.'
  const help = (n: number) => `${counted(n, 'claim')} ${n === 1 ? 'helps' : 'help'}`
  const sides = `${help(s.for.claims)} the motion in the end and ${s.against.claims} ${s.against.claims === 1 ? 'goes' : 'go'} against it.`
  const sources =
    s.unsourced === 0
      ? s.claims === 1
        ? 'It rests on a source.'
        : 'All of them rest on a source.'
      : `${s.unsourced} of ${s.claims} ${s.unsourced === 1 ? 'has' : 'have'} no source.`
  return `${sides} ${sources}`
}
