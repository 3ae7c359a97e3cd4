import type { Browser, Page } from '@playwright/test'
import { siteURL } from '../http'
import { expect, watchForFaults } from '../test'
import { type Class, classOfTwelve, critiqueIds, type Person } from './people'
import { claimsIn, PHONE, reviewsIn } from './script'

type Sent = { where: string; text: string }
/** A window of somebody's, what the server sent to it since that was last asked for, and whose critiques they were given. */
export type Seat = Person & { page: Page; sent: () => Promise<Sent[]>; reads: Set<number> }

export type Room = {
  cls: Class
  teacher: Seat
  assistant: Seat
  students: Seat[]
  seat: (place: number) => Seat
  place: (name: string) => number
  /** Where critiques are, and where the one assignment is. */
  critiques: string
  path: string
  released: boolean
}

const SHOWN = /html|x-component|json/

async function seatOf(browser: Browser, who: Person, faults: string[], width = 1440): Promise<Seat> {
  const phone = width < 600
  const context = await browser.newContext({
    ...{ baseURL: siteURL(), viewport: { width, height: phone ? 844 : 900 } },
    ...{ hasTouch: phone, isMobile: phone },
  })
  await context.addCookies([{ name: 'next-auth.session-token', value: who.cookie, url: siteURL() }])
  const page = await context.newPage()
  watchForFaults(page, faults)
  const answers: Promise<Sent>[] = []
  page.on('response', (response) => {
    if (!SHOWN.test(response.headers()['content-type'] ?? '')) return
    const where = new URL(response.url()).pathname
    // what a page left before it was read has told nobody anything
    answers.push(
      response.text().then(
        (text) => ({ where, text }),
        () => ({ where, text: '' }),
      ),
    )
  })
  const sent = () => Promise.all(answers.splice(0))
  return { ...who, page, sent, reads: new Set() }
}

/** Everybody at a desk but one student and the assistant, who have phones. */
export async function enter(browser: Browser, faults: string[]): Promise<Room> {
  const cls = await classOfTwelve()
  const students = await Promise.all(
    cls.students.map((who, i) => seatOf(browser, who, faults, i === PHONE ? 390 : 1440)),
  )
  const critiques = `/courses/${cls.slug}/critiques`
  return {
    ...{ cls, students, critiques, path: `${critiques}/one-inference`, released: false },
    teacher: await seatOf(browser, cls.teacher, faults),
    assistant: await seatOf(browser, cls.assistant, faults, 390),
    seat: (place) => students[place] as Seat,
    place: (name) => students.findIndex((s) => s.name === name),
  }
}

export async function leave({ teacher, assistant, students }: Room): Promise<void> {
  for (const { page } of [teacher, assistant, ...students]) await page.context().close()
}

/** Some at a time: as many windows as two cores carry at once. */
export async function each(seats: Seat[], act: (seat: Seat) => Promise<void>): Promise<void> {
  const waiting = [...seats]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await act(next)
  }
  await Promise.all([work(), work(), work()])
}

/** What of a text this student must not have: who others are, their critiques' addresses, claims and reviews not for them. */
function wrongIn(text: string, me: number, { students, released, seat }: Room, traces: string[]): string[] {
  const claims = claimsIn(text).filter((author) => author !== me && !seat(me).reads.has(author))
  const reviews = reviewsIn(text).filter(([by, of]) => by !== me && !(released && of === me))
  return [
    ...traces.filter((trace) => text.includes(trace)),
    ...claims.map((author) => `the claim of ${students[author]?.name}`),
    ...reviews.map(([by, of]) => `what ${students[by]?.name} says of ${students[of]?.name}`),
  ]
}

/** Nothing that was sent to a student since this was last asked tells who wrote or who reviewed, nor stands on their page. */
export async function expectBlind(room: Room): Promise<void> {
  const ids = await critiqueIds(room.cls.courseId)
  const found: string[] = []
  for (const [me, { name, page, sent }] of room.students.entries()) {
    const others = room.students.filter((_, i) => i !== me)
    const traces = others.flatMap((s) => [
      s.name,
      s.email,
      s.userId,
      s.memberId,
      ids.get(s.memberId) ?? s.name,
    ])
    const all = [...(await sent()), { where: page.url(), text: await page.content() }]
    for (const { where, text } of all)
      found.push(...wrongIn(text, me, room, traces).map((trace) => `${name} is sent ${trace} by ${where}`))
  }
  expect(found).toEqual([])
}
