import type { CredenceQuestion, CredenceWave, Seminar } from '../schema'
import { checker } from './checker'
import { explanations, students } from './names'

const check = checker('credences.yaml')
const WHOLE = 100

export function checkCredences(seminar: Seminar): void {
  check.unique(
    'questions',
    seminar.credences.map((q) => q.slug),
  )
  check.unique(
    'questions › waves',
    seminar.credences.flatMap((q) => q.waves.map((w) => w.slug)),
  )
  for (const question of seminar.credences)
    for (const wave of question.waves) checkWave(seminar, question, wave)
}

function checkWave(seminar: Seminar, { options }: CredenceQuestion, wave: CredenceWave): void {
  const path = `questions › ${wave.slug}`
  const own = options === 'explanations' ? [...explanations(seminar)] : options.map((o) => o.code)
  check.that(wave.opens < wave.first && wave.first < wave.closes, path, 'closes before the class has voted')
  check.known(`${path} › points`, Object.keys(wave.points), students(seminar), 'a student')
  if (wave.resolved) check.known(`${path} › resolved`, [wave.resolved.to], new Set(own), 'an option')
  for (const [student, points] of Object.entries(wave.points)) {
    const place = `${path} › points › ${student}`
    check.that(points.length === own.length, place, 'must have one number an option')
    check.that(points.reduce((sum, n) => sum + n, 0) === WHOLE, place, 'must add up to 100')
  }
}
