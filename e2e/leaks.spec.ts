import { formsOf, inBlindOrder, leaksIn, type Sent, tracesOf } from '../lib/testing/leaks'
import { readPdf } from '../lib/testing/pdf-text'
import { inSeminar } from './support/database'
import { type Answer, type Client, signedIn, siteURL } from './support/http'
import type { Person, ReviewClass } from './support/review-class'
import { releaseIn, reviewClass } from './support/reviews'
import { expect, test } from './support/test'

/** No more than that is there; if there is, the crawl would take for ever and says so. */
const MOST_PAGES = 120

const linksIn = (text: string, slug: string): string[] => {
  const found = [...text.matchAll(/(?:href="|\\?"href\\?":\\?")([^"\\#]+)/g)].map((m) => m[1] ?? '')
  const own = found.map((href) => href.replaceAll('&amp;', '&')).filter((href) => !href.includes('/people'))
  const here = own.filter((href) => href.startsWith(`/courses/${slug}`) || href.startsWith('/api/'))
  // elsewhere another order or filter of a page shows nothing else of critiques
  return here.filter((href) => !href.includes('?') || /critiques|\/api\//.test(href))
}

/** A page or a file as it can be read, with its headers: the words of a PDF are packed in it. */
async function wordsOf(page: Answer): Promise<string> {
  const headers = JSON.stringify([...page.headers])
  if (page.headers.get('content-type') !== 'application/pdf') return `${page.text}\n${headers}`
  const { text, about } = await readPdf(page.bytes)
  return `${text}\n${about}\n${page.text}\n${headers}`
}

/** Every page that can be reached from the course's home, and every address in them. */
async function crawl(client: Client, slug: string, starts: string[]): Promise<Sent[]> {
  const waiting = [...starts]
  const seen = new Set(waiting)
  const sent: Sent[] = []
  while (waiting.length > 0 && sent.length < MOST_PAGES) {
    const batch = waiting.splice(0, 4)
    const pages = await Promise.all(
      batch.map(async (where) => {
        const page = await client.send(where)
        const whole = where.startsWith('/api/') || page.status !== 200
        const payload = whole ? null : await client.send(where, { headers: { RSC: '1' } })
        return { where, text: `${await wordsOf(page)}\n${payload?.text ?? ''}` }
      }),
    )
    for (const page of pages) {
      sent.push(page)
      for (const link of linksIn(page.text, slug))
        if (!seen.has(link)) {
          seen.add(link)
          waiting.push(link)
        }
    }
  }
  expect(waiting, 'pages that nobody looked at').toEqual([])
  return sent
}

/** Everything that the course's stream has told this person since it began. */
async function replay(client: Client, slug: string): Promise<Sent> {
  const stop = new AbortController()
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const where = `/api/courses/${slug}/events?after=0`
  const response = await fetch(siteURL() + where, { headers: { cookie }, signal: stop.signal })
  let text = ''
  if (response.ok && response.body)
    try {
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        text += chunk
        if (text.includes('event: hello')) break
      }
    } finally {
      stop.abort()
    }
  return { where, text }
}

async function mailTo({ email }: Person): Promise<Sent> {
  const rows = await inSeminar(`SELECT row_to_json(m)::text AS mail FROM "Mail" m WHERE m."to" = $1`, [email])
  return {
    where: 'mail',
    text: rows
      .map((row) => row.mail)
      .join('\n')
      .replaceAll(email, ''),
  }
}

const startsOf = ({ slug, assignmentId }: ReviewClass, keys: string[]): string[] => {
  const base = `/courses/${slug}`
  const room = `${base}/critiques/one-inference`
  return [
    ...[base, `${base}/critiques`, room, `${room}/reviews`, `${base}/notifications`, '/account', '/'],
    ...[`${base}/search?q=perception`, `${base}/search?q=counterexample`],
    ...keys.flatMap((key) => [
      ...[`${room}/reviews/${key}`, `/api/reviews/${assignmentId}/${key}`],
      `/api/reviews/${assignmentId}/${key}/pdf`,
    ]),
  ]
}

/** Who is signed in, what they may see that is theirs, and what nothing may hold that they are sent. */
function forbiddenTo(viewer: Person, cls: ReviewClass, released: boolean): string[] {
  const others = cls.people.STUDENT.filter((p) => p.memberId !== viewer.memberId)
  const theirs = cls.critiques.filter((c) => c.authorId !== viewer.memberId)
  const given = new Set(cls.reviews.filter((r) => r.reviewerId === viewer.memberId).map((r) => r.critiqueId))
  const notTheirs = cls.reviews.filter((r) => r.reviewerId !== viewer.memberId)
  const about = (r: { critiqueId: string }) =>
    cls.critiques.find((c) => c.id === r.critiqueId)?.authorId === viewer.memberId
  return [
    // a class has one ending for all its names: it tells nobody apart
    ...others.flatMap(tracesOf).filter((trace) => !tracesOf(viewer).includes(trace)),
    ...theirs.flatMap((c) => [c.id, ...c.moments.flatMap(formsOf)]),
    ...theirs.filter((c) => !given.has(c.id)).map((c) => c.words),
    ...notTheirs.flatMap((r) => [r.key, ...r.ids, ...r.moments.flatMap(formsOf)]),
    ...notTheirs.filter((r) => !(released && about(r))).map((r) => r.words),
  ]
}

function expectNone(sent: Sent[], forbidden: string[], who: string): void {
  const found = leaksIn(sent, forbidden)
  expect(found.map(({ where, trace }) => `${who} is sent “${trace}” by ${where}`)).toEqual([])
}

async function everythingFor(person: Person, cls: ReviewClass): Promise<Sent[]> {
  const client = await signedIn(person.name)
  const keys = cls.reviews.filter((r) => r.reviewerId === person.memberId).map((r) => r.key)
  const foreign = cls.reviews.find((r) => r.reviewerId !== person.memberId)?.key ?? ''
  const stranger = cls.critiques.find((c) => c.authorId !== person.memberId)?.id ?? ''
  const pages = await crawl(client, cls.slug, startsOf(cls, keys))
  // asked for by an id that is not theirs: the answer must not differ from nothing
  const probes = [
    `/courses/${cls.slug}/critiques/one-inference/${stranger}`,
    `/courses/${cls.slug}/critiques/one-inference/reviews/${foreign}`,
    `/api/reviews/${cls.assignmentId}/${foreign}`,
    `/api/critiques/${stranger}/answers`,
  ]
  for (const path of probes) {
    const answer = await client.send(path)
    expect(answer.status, `${person.name} asks for ${path}`).toBe(404)
    pages.push({ where: path, text: answer.text.replaceAll(stranger, '').replaceAll(foreign, '') })
  }
  return [...pages, await replay(client, cls.slug), await mailTo(person)]
}

test.describe('double-blind reviews', () => {
  test.describe.configure({ mode: 'serial' })
  let cls: ReviewClass

  test.beforeAll(async () => {
    cls = await reviewClass('reviewed')
  })

  const [author, reviewer] = [0, 1]
  for (const released of [false, true])
    test(`${released ? 'once' : 'before'} they are released, nothing tells who wrote and who reviewed`, async () => {
      test.setTimeout(120_000)
      if (released) expect((await releaseIn(cls.assignmentId)).released).toBe(cls.reviews.length)
      for (const at of [author, reviewer]) {
        const person = cls.people.STUDENT[at]
        if (!person) throw new Error('no such student')
        const sent = await everythingFor(person, cls)
        expectNone(sent, forbiddenTo(person, cls, released), person.name)
        const text = sent.map((s) => s.text).join('\n')
        // the crawl saw what there is to see
        const own = cls.critiques.find((c) => c.authorId === person.memberId)
        expect(text).toContain(own?.words)
        const given = cls.reviews.filter((r) => r.reviewerId === person.memberId)
        for (const r of given) expect(text).toContain(r.words)
        expect(text.includes('Reviewer 1')).toBe(released)
      }
      for (const person of [...cls.people.OBSERVER, cls.outsider]) {
        const sent = await everythingFor(person, cls)
        expectNone(sent, forbiddenTo(person, cls, false), person.name)
        expectNone(
          sent,
          cls.reviews.map((r) => r.words),
          person.name,
        )
      }
    })

  test('every reviewer has their critiques in an order that follows neither time nor name', async () => {
    for (const person of cls.people.STUDENT) {
      const keys = cls.reviews.filter((r) => r.reviewerId === person.memberId).map((r) => r.key)
      const client = await signedIn(person.name)
      const { text } = await client.send(`/courses/${cls.slug}/critiques/one-inference/reviews`)
      for (const key of keys) expect(text).toContain(key)
      expect(inBlindOrder(text, keys), `${person.name}: ${keys}`).toBe(true)
    }
  })

  test('the author has them in the order of numbers, without times, whoever wrote first', async () => {
    const critique = cls.critiques[0]
    const person = cls.people.STUDENT[0]
    if (!critique || !person) throw new Error('no critique')
    const mine = cls.reviews.filter((r) => r.critiqueId === critique.id)
    const byTime = [...mine].sort((a, b) => (a.moments[0] ?? '').localeCompare(b.moments[0] ?? ''))
    expect(byTime.map((r) => r.number)).toEqual([2, 1])
    const client = await signedIn(person.name)
    const { text } = await client.send(`/courses/${cls.slug}/critiques/one-inference/${critique.id}`)
    const reviews = text.slice(text.indexOf('id="reviews"'), text.indexOf('</main>'))
    const at = (words: string | undefined) => reviews.indexOf(words ?? 'nothing')
    const [second, first] = byTime
    expect(at(first?.words)).toBeGreaterThan(0)
    expect(at(first?.words)).toBeLessThan(at(second?.words))
    expect(reviews).not.toMatch(/<time|\b\d{1,2}:\d{2}\b|\b3 Nov/)
  })

  test('staff see who wrote and who reviewed: the crawler would have found it', async () => {
    for (const person of cls.people.ASSISTANT) {
      const client = await signedIn(person.name)
      const sent = await crawl(client, cls.slug, [`/courses/${cls.slug}/critiques/one-inference/reviews`])
      const text = sent.map((s) => s.text).join('\n')
      for (const { name } of cls.people.STUDENT) expect(text).toContain(name)
      for (const { words } of cls.reviews) expect(text).toContain(words)
    }
  })
})
