import type { Seminar } from '../schema'
import { checker } from './checker'
import { students } from './names'

const check = checker('opinions.yaml')

export function checkOpinions(seminar: Seminar): void {
  check.unique(
    'surveys',
    seminar.opinions.map((s) => s.slug),
  )
  for (const { slug, opens, closes, statements, votes } of seminar.opinions) {
    check.that(opens < closes && opens < 0, `surveys › ${slug}`, 'closes before it opens')
    check.unique(`surveys › ${slug} › statements`, statements)
    check.known(`surveys › ${slug} › votes`, Object.keys(votes), students(seminar), 'a student')
    for (const [student, signs] of Object.entries(votes)) {
      const path = `surveys › ${slug} › votes › ${student}`
      check.that(signs.length === statements.length, path, 'must have one sign a statement')
      check.known(path, signs, new Set('+0-.'), 'one of the signs + 0 - and the dot')
    }
  }
}
