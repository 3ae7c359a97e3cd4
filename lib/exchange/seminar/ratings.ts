import type { Seminar } from '@/content/schema'
import { postComment } from '@/lib/explanations/comment-commands'
import { rateCells, setPrior } from '@/lib/explanations/rate-commands'
import { PostComment, RateCells, SetPrior } from '@/lib/explanations/schema'
import { type Act, at, type Clock, HOURS } from './clock'
import type { MatrixIds } from './explanations'
import type { People } from './people'

/** One row at a time, as people rate: a row takes them two minutes. */
const MINUTES_A_ROW = 2

/** Everybody's ratings with the reasons they gave, their credence before it, and what was said under single cells. */
export function ratingActs(seminar: Seminar, people: People, ids: MatrixIds, clock: Clock): Act[] {
  const { ratings, reasons, credences, comments } = seminar.classRatings
  const columns = seminar.explanations.map((e) => e.code)
  const said = new Map(reasons.map((r) => [`${r.by} ${r.cell}`, r.text]))
  const cellOf = (row: string, column: string) => ({
    evidenceId: ids.evidence.get(row),
    explanationId: ids.explanations.get(column),
  })
  const rate = ratings.flatMap(({ by, at: begins, rows }) =>
    Object.entries(rows).map(([row, values], i) => {
      const minutes = begins + i * MINUTES_A_ROW
      const cells = values.flatMap((value, column) => {
        const code = columns[column] ?? ''
        const reason = said.get(`${by} ${row} ${code}`)
        return value === null ? [] : { ...cellOf(row, code), value, ...(reason ? { reason } : {}) }
      })
      const run = () => rateCells(at(people.actor(by), clock(minutes)), RateCells.parse({ ratings: cells }))
      return { minutes, run }
    }),
  )
  const believe = credences.map(({ by, points }) => {
    const minutes = (ratings.find((r) => r.by === by)?.at ?? 0) - HOURS
    const byId = Object.entries(points).map(([code, n]) => [ids.explanations.get(code), n])
    const prior = SetPrior.parse({ courseId: people.courseId, points: Object.fromEntries(byId) })
    return { minutes, run: () => setPrior(at(people.actor(by), clock(minutes)), prior) }
  })
  const talk = comments.map(({ by, at: minutes, cell, text }) => {
    const [row = '', column = ''] = cell.split(' ')
    const post = PostComment.parse({ ...cellOf(row, column), body: text })
    return { minutes, run: () => postComment(at(people.actor(by), clock(minutes)), post) }
  })
  return [...believe, ...rate, ...talk]
}
