import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Subscriber, sendWhisper, subscribersOf, whisper } from '@/lib/events'
import { log } from '@/lib/log'
import { type Attendance, attendanceOf, type Here, presenceIn } from './rules'

/** Changes of this long are told together; a class that comes in at once is a few frames, not a few hundred. */
const GATHER_MS = 1000
/** How often a process says that it is still there, and after how long it is held to be gone. */
const BEAT_MS = 20_000
const GONE_MS = 50_000

const PROCESS = randomUUID().slice(0, 8)

type Told = { process: string; attendance: Attendance }
type Course = {
  processes: Map<string, { attendance: Attendance; at: number }>
  /** What each section was told last. */
  shown: Map<string, string>
  said: string
  waiting: boolean
  beat: NodeJS.Timeout
}

/** Only courses that somebody watches from here. Nothing of it outlives the process. */
const g = globalThis as unknown as { colloquyPresence?: Map<string, Course> }
function courses(): Map<string, Course> {
  g.colloquyPresence ??= new Map()
  return g.colloquyPresence
}

function open(courseId: string): Course {
  const known = courses().get(courseId)
  if (known) return known
  const beat = setInterval(() => void announce(courseId, true), BEAT_MS)
  beat.unref()
  const made = { processes: new Map(), shown: new Map(), said: '', waiting: false, beat }
  courses().set(courseId, made)
  return made
}

const hereOf = (subscribers: Iterable<Subscriber>): Here[] =>
  [...subscribers].flatMap(({ sectionId, member, name }) =>
    sectionId && name ? [{ sectionId, memberId: member.id, name }] : [],
  )

async function announce(courseId: string, again: boolean): Promise<void> {
  const course = courses().get(courseId)
  if (!course) return
  const subscribers = subscribersOf(courseId)
  const attendance = attendanceOf(hereOf(subscribers))
  const text = JSON.stringify(attendance)
  if (text === course.said && !again) return
  course.said = text
  if (subscribers.size === 0) {
    clearInterval(course.beat)
    courses().delete(courseId)
  }
  await whisper(courseId, 'presence', { process: PROCESS, attendance } satisfies Told).catch((error) =>
    log.warn({ error: String(error), courseId }, 'who is here could not be told'),
  )
}

/** Somebody came or went: told a second later, with whoever else did meanwhile. */
export function attendanceChanged(courseId: string): void {
  const course = open(courseId)
  if (course.waiting) return
  course.waiting = true
  setTimeout(() => {
    course.waiting = false
    void announce(courseId, false)
  }, GATHER_MS).unref()
}

/** What a process said of itself. One that was not known yet does not know us either: it is told. */
export function hearPresence(courseId: string, body: string): void {
  const course = courses().get(courseId)
  if (!course) return
  const { process: name, attendance } = JSON.parse(body) as Told
  const isNew = name !== PROCESS && !course.processes.has(name)
  course.processes.set(name, { attendance, at: Date.now() })
  for (const [other, { at }] of course.processes)
    if (at < Date.now() - GONE_MS) course.processes.delete(other)
  show(courseId, course)
  if (isNew) setTimeout(() => void announce(courseId, true), GATHER_MS).unref()
}

const present = (course: Course, section: string): string =>
  JSON.stringify(
    presenceIn(
      section,
      [...course.processes.values()].map((p) => p.attendance),
    ),
  )

/** One frame for each section where something changed, made once for everybody in it. */
function show(courseId: string, course: Course): void {
  const sections = new Map<string, Subscriber[]>()
  for (const s of subscribersOf(courseId))
    if (s.sectionId) sections.set(s.sectionId, [...(sections.get(s.sectionId) ?? []), s])
  for (const [section, subscribers] of sections) {
    const json = present(course, section)
    if (course.shown.get(section) === json) continue
    course.shown.set(section, json)
    sendWhisper(subscribers, 'presence', json)
  }
  for (const section of course.shown.keys()) if (!sections.has(section)) course.shown.delete(section)
}

/** To somebody who has just come: what the others in the section know already. */
export function showPresence(courseId: string, subscriber: Subscriber): void {
  const json = courses()
    .get(courseId)
    ?.shown.get(subscriber.sectionId ?? '')
  if (json) sendWhisper([subscriber], 'presence', json)
}

/** Whether that member has a stream open anywhere. */
export function isHere(courseId: string, memberId: string, shortMemberId: string): boolean {
  for (const s of subscribersOf(courseId)) if (s.member.id === memberId) return true
  for (const [name, { attendance }] of courses().get(courseId)?.processes ?? [])
    if (name !== PROCESS)
      for (const entries of Object.values(attendance.sections))
        if (entries.some((entry) => entry.startsWith(shortMemberId))) return true
  return false
}
