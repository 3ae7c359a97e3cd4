import type { Seminar } from '@/content/schema'
import { defineTerms, markSeen, planMeetings } from '@/lib/courses/commands'
import { actorOf } from '@/lib/courses/queries'
import { db, transaction } from '@/lib/db'
import { recordEvent } from '@/lib/events'
import { setScheme } from '@/lib/grading/participation/commands'
import { ballotActs } from './ballots'
import { at, type Clock, clockAt, DAYS, perform } from './clock'
import { credenceActs } from './credences'
import { critiqueActs } from './critiques'
import { claimActs, loadDebate } from './debate'
import { loadExplanations } from './explanations'
import { noteActs } from './notes'
import { opinionActs } from './opinions'
import { loadPeople, type People } from './people'
import { ratingActs } from './ratings'
import { progressActs } from './reading-progress'
import { loadReadings } from './readings'
import { sessionActs } from './session'

/**
 * Brings a seminar's files to life through the commands that people's own actions use, each at its time: the class
 * looks as it would in its second week. Not one transaction, so a load that was cut off lacks its last event
 * (`seminar.loaded`) and is cleared by `clearSeminar` before the next.
 */
export async function loadSeminar(
  seminar: Seminar,
  loadedAt = new Date(),
): Promise<{ slug: string; courseId: string }> {
  const clock = clockAt(loadedAt)
  const people = await loadPeople(seminar, clock)
  await loadPlan(seminar, people, clock)
  const loaded = await loadReadings(seminar, people, clock)
  const matrix = await loadExplanations(seminar, people, loaded.places, clock)
  const debateId = await loadDebate(seminar, people, clock)
  await perform([
    ...progressActs(seminar, people, loaded, clock),
    ...noteActs(seminar, people, loaded.places, clock),
    ...claimActs(seminar, people, debateId, { loaded, evidence: matrix.evidence }, clock),
    ...sessionActs(seminar, people, debateId, clock),
    ...ratingActs(seminar, people, matrix, clock),
    ...(await ballotActs(seminar, people, { debateId, evidence: matrix.evidence }, clock)),
    ...(await credenceActs(seminar, people, clock)),
    ...opinionActs(seminar, people, clock),
    ...(await critiqueActs(seminar, people, clock)),
  ])
  await finish(people, clock)
  return { slug: people.slug, courseId: people.courseId }
}

async function loadPlan(seminar: Seminar, people: People, clock: Clock): Promise<void> {
  const instructor = at(people.instructor, clock(-13 * DAYS))
  const { courseId } = people
  const meetings = seminar.course.meetings.map((m) => ({
    title: m.title,
    before: m.beforeClass,
    inClass: m.inClass,
    startsAt: clock(m.at),
  }))
  await planMeetings(instructor, { courseId, meetings })
  const formula = seminar.course.participation.map(({ part, points, for: target }) => ({
    ...{ component: part, weight: points, target },
  }))
  await setScheme(instructor, { courseId, formula, publish: true, revision: 0 })
  await defineTerms(instructor, { courseId, terms: seminar.course.glossary })
}

/** Everybody was last here a day ago, so that course home has news; and the load is whole. */
async function finish(people: People, clock: Clock): Promise<void> {
  const { courseId, instructor } = people
  const last = await db.event.findFirst({
    where: { courseId, createdAt: { lt: clock(-DAYS) } },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  const members = await db.membership.findMany({
    where: { courseId, removedAt: null },
    select: { userId: true },
  })
  for (const { userId } of members)
    await markSeen(at(await actorOf(userId), clock(-DAYS)), { courseId, seq: Number(last?.seq ?? 0) })
  await transaction((tx) =>
    recordEvent(tx, {
      courseId,
      type: 'seminar.loaded',
      actorId: instructor.memberships[0]?.id ?? null,
      audience: 'STAFF',
      at: clock(0),
    }),
  )
}
