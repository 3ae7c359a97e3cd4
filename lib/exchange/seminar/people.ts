import type { Person, Seminar } from '@/content/schema'
import { createUser } from '@/lib/accounts/commands'
import { assignGroup, createCourse, createGroup, enrolMember, removeMember } from '@/lib/courses/commands'
import { actorOf } from '@/lib/courses/queries'
import { NewCourse } from '@/lib/courses/schema'
import { transaction } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { at, type Clock, DAYS } from './clock'

/** The seminar's people once they are in the course. */
export type People = {
  courseId: string
  slug: string
  instructor: Actor
  students: Person[]
  /** The person's actor with their membership; throws on an unknown key. */
  actor: (key: string) => Actor
  memberId: (key: string) => string
}

const ROLES = {
  instructor: 'INSTRUCTOR',
  assistant: 'ASSISTANT',
  student: 'STUDENT',
  observer: 'OBSERVER',
} as const
const BEGIN = -14 * DAYS

const addPerson = (person: Person, when: Date): Promise<{ id: string }> =>
  transaction((tx) =>
    createUser(tx, {
      name: person.name,
      email: person.email,
      about: person.programme,
      demo: true,
      siteOwner: person.role === 'owner',
      at: when,
    }),
  )

function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The seminar has no ${what}.`)
  return found
}

/** The owner opens the course, gives it to the instructor and leaves; the instructor brings the others in. */
async function openCourse(seminar: Seminar, ids: Map<string, string>, clock: Clock) {
  const find = (role: Person['role']) =>
    required(
      seminar.people.find((p) => p.role === role),
      role,
    )
  const owner = at(await actorOf(required(ids.get(find('owner').key), 'owner')), clock(BEGIN))
  const { title, slug, term, timeZone, description } = seminar.course
  const course = await createCourse(owner, NewCourse.parse({ title, slug, term, timeZone, description }))
  const teaching = at(await actorOf(owner.userId), clock(BEGIN))
  const instructorId = required(ids.get(find('instructor').key), 'instructor')
  await enrolMember(teaching, { courseId: course.id, userId: instructorId, role: 'INSTRUCTOR' })
  await removeMember(at(await actorOf(instructorId), clock(BEGIN)), { memberId: course.memberId })
  return { course, instructor: at(await actorOf(instructorId), clock(BEGIN)) }
}

export async function loadPeople(seminar: Seminar, clock: Clock): Promise<People> {
  const ids = new Map<string, string>()
  for (const person of seminar.people) ids.set(person.key, (await addPerson(person, clock(BEGIN))).id)
  const { course, instructor } = await openCourse(seminar, ids, clock)
  const members = new Map<string, string>()
  for (const { key, role } of seminar.people) {
    if (role === 'owner') continue
    const enrol = { courseId: course.id, userId: required(ids.get(key), key), role: ROLES[role] }
    members.set(key, (await enrolMember(instructor, enrol)).memberId)
  }
  await loadGroups(seminar, course.id, instructor, members)
  const actors = new Map<string, Actor>()
  for (const key of members.keys()) actors.set(key, await actorOf(required(ids.get(key), key)))
  return {
    courseId: course.id,
    slug: course.slug,
    instructor,
    students: seminar.people.filter((p) => p.role === 'student'),
    actor: (key) => required(actors.get(key), `person called ${key}`),
    memberId: (key) => required(members.get(key), `person called ${key}`),
  }
}

async function loadGroups(
  seminar: Seminar,
  courseId: string,
  instructor: Actor,
  members: Map<string, string>,
): Promise<void> {
  for (const group of seminar.groups) {
    const { id } = await createGroup(instructor, { courseId, name: group.name })
    for (const key of group.members)
      await assignGroup(instructor, { memberId: required(members.get(key), key), groupId: id })
  }
}
