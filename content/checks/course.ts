import type { Seminar } from '../schema'
import { checker } from './checker'
import { codesOf, paragraphsOf, sections, sectionsOf } from './names'

const readings = checker('readings')
const course = checker('course.yaml')

export function checkReadings(seminar: Seminar): void {
  const numbers = paragraphsOf(seminar).map((p) => p.number)
  readings.unique('reading', codesOf(seminar.readings))
  readings.unique('section', codesOf(sectionsOf(seminar)))
  readings.unique('paragraph', numbers)
}

export function checkCourse(seminar: Seminar): void {
  const { meetings } = seminar.course
  const numbers = meetings.map((m) => String(m.number))
  course.unique('meetings', numbers)
  for (const { number, sections: read } of meetings)
    course.known(`meetings › ${number} › sections`, read, sections(seminar), 'a section')
}
