import { type Seminar, speaker } from '../schema'
import { checker } from './checker'
import { keysOf, students } from './names'

const check = checker('people.yaml')

export function checkPeople(seminar: Seminar): void {
  const { people, groups } = seminar
  const emails = people.map((p) => p.email.toLowerCase())
  const speakers = people.flatMap((p) => speaker.safeParse(p.debateRole).data ?? [])
  const taught = people.some((p) => p.role === 'instructor')
  check.unique('people', keysOf(people))
  check.unique('people › email', emails)
  check.unique('people › debateRole', speakers)
  check.that(taught, 'people', 'has no instructor')
  checkGroups(seminar, groups)
}

function checkGroups(seminar: Seminar, groups: Seminar['groups']): void {
  const members = groups.flatMap((g) => g.members)
  check.unique('groups', keysOf(groups))
  for (const group of groups)
    check.known(`groups › ${group.key} › members`, group.members, students(seminar), 'a student')
  check.unique('groups › members', members)
}
