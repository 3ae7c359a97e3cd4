import type { Seminar } from '@/content/schema'
import { markRead } from '@/lib/readings/commands'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'
import type { Loaded } from './readings'

/** Everybody has read for the first meeting; every other student for the second too. */
export function progressActs(seminar: Seminar, people: People, loaded: Loaded, clock: Clock): Act[] {
  const past = seminar.course.meetings.filter((m) => m.at < 0)
  return people.students.flatMap((student, i) =>
    past.slice(0, i % 2 === 0 ? 2 : 1).flatMap((meeting) =>
      meeting.sections.map((code, n) => ({
        minutes: meeting.at - 240 + n * 10,
        run: () => {
          const reader = at(people.actor(student.key), clock(meeting.at - 240 + n * 10))
          return markRead(reader, { sectionId: loaded.sections.get(code) ?? '', read: true })
        },
      })),
    ),
  )
}
