import type { Seminar } from '../schema'
import { checker } from './checker'
import { codesOf, explanations, observations, people } from './names'

const check = checker('ratings.yaml')

export function checkRatings(seminar: Seminar): void {
  const { ratings, reasons, credences, comments } = seminar.classRatings
  const columns = codesOf(seminar.explanations)
  const table = new Set(codesOf(seminar.evidence.observations))
  const writers = writersOf(seminar)
  check.unique(
    'ratings',
    ratings.map((r) => r.by),
  )
  for (const { by, rows } of ratings) {
    check.known(`ratings › ${by}`, [by], writers, 'a person who rates')
    check.known(`ratings › ${by} › rows`, Object.keys(rows), table, 'a rated observation')
    for (const [code, row] of Object.entries(rows))
      check.that(row.length === columns.length, `ratings › ${by} › ${code}`, `must have ${columns.length} ratings`)
  }
  checkReasons(seminar, columns)
  for (const { by, points } of credences) {
    check.known(`credences › ${by}`, [by], writers, 'a person who rates')
    check.every(`credences › ${by}`, Object.keys(points), explanations(seminar), 'an explanation')
    const sum = Object.values(points).reduce((a, b) => a + b, 0)
    check.that(sum === 100, `credences › ${by}`, `comes to ${sum}, not to 100`)
  }
  check.unique('comments', codesOf(comments))
  for (const { code, by, cell } of comments) {
    check.known(`comments › ${code} › by`, [by], writers, 'a person who writes')
    checkCell(`comments › ${code} › cell`, cell, seminar)
  }
  for (const { by, cell } of reasons) checkCell(`reasons › ${by} › cell`, cell, seminar)
}

const writersOf = (seminar: Seminar) =>
  new Set(
    [...people(seminar)].filter((key) =>
      seminar.people.some((p) => p.key === key && p.role !== 'observer' && p.role !== 'owner'),
    ),
  )

function checkCell(path: string, cell: string, seminar: Seminar): void {
  const [row = '', column = ''] = cell.split(' ')
  check.known(path, [row], observations(seminar), 'an observation')
  check.known(path, [column], explanations(seminar), 'an explanation')
}

/** A reason is for a rating: whoever gives one has rated the cell. */
function checkReasons({ classRatings }: Seminar, columns: string[]): void {
  for (const { by, cell } of classRatings.reasons) {
    const [row = '', column = ''] = cell.split(' ')
    const rated = classRatings.ratings.find((r) => r.by === by)?.rows[row]?.[columns.indexOf(column)]
    check.that(rated != null, `reasons › ${by} › ${cell}`, 'is for a cell that this person has not rated')
  }
}
