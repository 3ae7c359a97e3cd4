import type { Marks } from '../schema'
import { FEWEST } from './suppress'

type Wave = {
  id: string
  seriesId: string
  method: string
  options: { code: string }[]
  closedAt: string | null
  importedFrom: string | null
  voted: number
  waveIndex: number
}

const asked = ({ seriesId, method, options }: Wave): string =>
  `${seriesId} ${method} ${options.map((o) => o.code).join()}`

const byClose = (a: Wave, b: Wave): number =>
  (a.closedAt ?? '') < (b.closedAt ?? '') ? -1 : a.closedAt === b.closedAt ? a.waveIndex - b.waveIndex : 1

/**
 * Closed waves that put the same question the same way and had enough ballots, in the order of their close: it never
 * changes, so that a wave which closes later joins at the end. Only neighbours are compared (docs/ballots.md).
 */
export function chainsOf<W extends Wave>(polls: W[]): W[][] {
  const chains = new Map<string, W[]>()
  for (const poll of polls)
    if (poll.closedAt && !poll.importedFrom && poll.voted >= FEWEST)
      chains.set(asked(poll), [...(chains.get(asked(poll)) ?? []), poll])
  return [...chains.values()].map((waves) => waves.sort(byClose))
}

export const chainWith = <W extends Wave>(polls: W[], id: string): W[] =>
  chainsOf(polls).find((waves) => waves.some((w) => w.id === id)) ?? []

/** What one voter said in each wave of a chain; null where they did not vote. */
export type History = (Marks | null)[]
/** The counts that a ballot is in; none where it takes no part in what is told. */
export type Cells = (marks: Marks) => string[]

/** A ballot with one first choice. */
export const firstChoice: Cells = ({ ranking: [top = []] }) => (top.length === 1 ? top : [])
export const whoever: Cells = () => ['']
/** Of every option, who approves and who does not. */
export const approvals =
  (codes: string[]): Cells =>
  ({ scores }) =>
    codes.map((code) => `${code} ${(scores[code] ?? 0) > 0}`)

const part = (history: History, wave: number, cells: Cells): string[] => {
  const marks = history[wave]
  return marks ? cells(marks) : []
}

type Group = { cell: string; missed: boolean; voters: number }

/** Voters of a wave by what they said, '' counting all of them, and by which of the waves `beside` it they came to. */
function groupsOf(histories: History[], wave: number, beside: number[], cells: Cells): Group[] {
  const groups = new Map<string, Group>()
  for (const history of histories) {
    const said = part(history, wave, cells)
    const came = beside.map((w) => part(history, w, cells).length > 0)
    for (const cell of said.length > 0 ? new Set([...said, '']) : []) {
      const key = `${came.join()} ${cell}`
      const { voters } = groups.get(key) ?? { voters: 0 }
      groups.set(key, { cell, missed: came.includes(false), voters: voters + 1 })
    }
  }
  return [...groups.values()]
}

/** Of those who missed a wave, nobody or three and more said the same; of those who missed none, that many there are. */
const tellsOfNobody = (groups: Group[]): boolean =>
  groups.every(({ cell, missed, voters }) => voters >= FEWEST || !(missed || cell === ''))

/**
 * Which neighbours of a chain may be compared, each with the one after it: what is told of a wave's voters who came to
 * the wave before it, and of those who came to the wave after it, must not, subtracted from each other or from the
 * published result, leave one or two who missed a wave, as staff know who did (docs/ballots.md). What has been told
 * stays told: a later comparison gives way to an earlier one.
 */
export function toldBetween(histories: History[], waves: number, cells: Cells): boolean[] {
  const told: boolean[] = []
  for (let k = 0; k + 1 < waves; k++) {
    const beside = told[k - 1] ? [k - 1, k + 1] : [k + 1]
    const both = histories.filter((h) => [k, k + 1].every((w) => part(h, w, cells).length > 0)).length
    told.push(
      both >= FEWEST &&
        tellsOfNobody(groupsOf(histories, k, beside, cells)) &&
        tellsOfNobody(groupsOf(histories, k + 1, [k], cells)),
    )
  }
  return told
}
