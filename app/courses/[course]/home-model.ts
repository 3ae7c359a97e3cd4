import { type NewsItem, type Place, tellNews } from '@/lib/courses/rules/news'
import { type NextStep, nextStep } from '@/lib/courses/rules/next-step'
import type { CourseFrame, CourseHome } from '@/lib/courses/schema'
import { isStaffRole } from '@/lib/policy/actor'
import type { ReadingSummary } from '@/lib/readings/schema'

export type LiveItem = {
  key: string
  kind: 'session' | 'vote' | 'debate'
  title: string
  href: string
  note: string
}
export type DueItem = {
  key: string
  what: string
  title: string
  href: string | null
  at: string
  done: boolean
}
export type HomeModel = { step: NextStep | null; live: LiveItem[]; due: DueItem[]; news: NewsItem[] }

type Links = ReturnType<typeof linksOf>

/** The one place that knows where the things on course home live. */
const linksOf = (base: string) => ({
  base,
  section: (reading: string, position: number) => `${base}/readings/${reading}/${position}`,
  poll: (slug: string) => `${base}/explain/polls/${slug}`,
  debate: (slug: string) => `${base}/debates/${slug}`,
  session: (slug: string, staff: boolean) => `${base}/debates/${slug}/${staff ? 'control' : 'seat'}`,
  assignment: (slug: string) => `${base}/critiques/${slug}`,
})

const sectionsOf = (readings: ReadingSummary[], links: Links) =>
  readings.flatMap((reading) =>
    reading.sections.map((s) => ({ ...s, reading, href: links.section(reading.slug, s.position) })),
  )

function places(home: CourseHome, readings: ReadingSummary[], links: Links): Map<string, Place> {
  const several = readings.length > 1
  return new Map([
    ...sectionsOf(readings, links).map((s): [string, Place] => [
      s.id,
      {
        // The first reading is what the seminar is about; sections of the others say whose they are.
        title:
          several && s.reading !== readings[0] && s.reading.title !== s.heading
            ? `${s.heading} (${s.reading.title})`
            : s.heading,
        href: s.href,
      },
    ]),
    ...home.polls.map((p): [string, Place] => [p.id, { title: p.question, href: links.poll(p.slug) }]),
    ...home.debates.map((d): [string, Place] => [d.id, { title: d.motion, href: links.debate(d.slug) }]),
    ...home.assignments.map((a): [string, Place] => [
      a.id,
      { title: a.title, href: links.assignment(a.slug) },
    ]),
  ])
}

const kindOf = (kind: string): 'reply' | 'question' | 'note' =>
  kind === 'REPLY' ? 'reply' : kind === 'QUESTION' ? 'question' : 'note'

function liveItems(course: CourseFrame, home: CourseHome, links: Links): LiveItem[] {
  const student = course.viewer.role === 'STUDENT'
  const staff = isStaffRole(course.viewer.role)
  const sessions = home.debates.flatMap((d): LiveItem[] =>
    d.live === null
      ? []
      : [
          {
            ...{ key: `session ${d.id}`, kind: 'session', title: d.motion, note: `In session: ${d.live}` },
            href: links.session(d.slug, staff),
          },
        ],
  )
  const votes = home.polls
    .filter((p) => p.open)
    .map(
      (p): LiveItem => ({
        key: p.id,
        kind: 'vote',
        title: p.question,
        href: links.poll(p.slug),
        note: [p.wave, student ? (p.voted ? 'you have voted' : 'you have not voted yet') : '']
          .filter(Boolean)
          .join(' · '),
      }),
    )
  const debates = home.debates
    .filter((d) => d.open && d.live === null)
    .map(
      (d): LiveItem => ({
        key: d.id,
        kind: 'debate',
        title: d.motion,
        href: links.debate(d.slug),
        note: d.claims === 1 ? '1 claim so far' : `${d.claims} claims so far`,
      }),
    )
  return [...sessions, ...votes, ...debates]
}

/** A class that has begun is still on for a while. */
const GRACE_MS = 2 * 3_600_000

function dueItems(
  course: CourseFrame,
  home: CourseHome,
  readings: ReadingSummary[],
  links: Links,
  now: number,
) {
  const student = course.viewer.role === 'STUDENT'
  const items: (Omit<DueItem, 'at'> & { at: string | null; late?: boolean })[] = [
    ...home.meetings.map((m) => ({
      key: m.id,
      what: `Meeting ${m.position}`,
      title: m.title,
      href: `#meeting-${m.position}`,
      at: m.startsAt,
      done: false,
    })),
    ...sectionsOf(readings, links).map((s) => ({
      key: s.id,
      what: 'Discuss',
      title: s.heading,
      href: s.href,
      at: s.dueAt,
      done: s.read,
    })),
    ...home.assignments.map((a) => ({
      key: a.id,
      what: 'Hand in',
      title: a.title,
      href: links.assignment(a.slug),
      at: a.dueAt,
      done: student && a.handedIn,
      late: student && !a.handedIn && a.open,
    })),
    ...home.assignments
      .filter((a) => a.toReview > 0)
      .map((a) => ({
        key: `${a.id} reviews`,
        what: a.toReview === 1 ? 'Review a critique' : `Review ${a.toReview} critiques`,
        title: a.title,
        href: `${links.assignment(a.slug)}/reviews`,
        at: a.reviewsDueAt,
        done: false,
      })),
  ]
  return items
    .flatMap((i) => (i.at && (i.late || Date.parse(i.at) > now - GRACE_MS) ? [{ ...i, at: i.at }] : []))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** The three answers of course home and the one next step, out of what the domains know. */
export function homeModel(
  course: CourseFrame,
  home: CourseHome,
  readings: ReadingSummary[],
  now: number,
): HomeModel {
  const links = linksOf(`/courses/${course.slug}`)
  const step = nextStep({
    base: links.base,
    role: course.viewer.role,
    members: home.members,
    polls: home.polls.filter((p) => p.open).map((p) => ({ ...p, href: links.poll(p.slug) })),
    sessions: home.debates
      .filter((d) => d.live !== null)
      .map((d) => ({ ...d, href: links.session(d.slug, isStaffRole(course.viewer.role)) })),
    debates: home.debates.filter((d) => d.open).map((d) => ({ ...d, href: links.debate(d.slug) })),
    assignments: home.assignments.map((a) => ({ ...a, href: links.assignment(a.slug) })),
    sections: sectionsOf(readings, links),
  })
  const news = tellNews(home.news, {
    base: links.base,
    places: places(home, readings, links),
    notes: new Map(home.notes.map((n) => [n.id, kindOf(n.kind)])),
  })
  return {
    step,
    news,
    live: liveItems(course, home, links),
    due: dueItems(course, home, readings, links, now),
  }
}
