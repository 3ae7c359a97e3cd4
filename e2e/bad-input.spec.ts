import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { inSeminar, oneOf } from './support/database'
import { type Answer, Client, signedIn, siteURL } from './support/http'
import { COURSE, expect, PEOPLE, test } from './support/test'

// What arrives over HTTP without a form in front of it. What people type is in typed-input.spec.ts.

type Write = { method: string; path: string; good: object; bad: object; fields: string[] }

let student: Client
let section: string
let writes: Write[]

const SESSION = 'next-auth.session-token'
const WORDS = { start: 0, end: 20 }

test.beforeAll(async () => {
  student = await signedIn(PEOPLE.student)
  section = await oneOf(
    `SELECT s."id" FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
     WHERE r."slug" = 'r2' AND s."position" = 1`,
  )
  const exact = await oneOf(`SELECT left("text", 20) FROM "Section" WHERE "id" = $1`, [section])
  const good = { sectionId: section, body: 'Words.', anchor: { ...WORDS, exact } }
  const note = JSON.parse((await student.send('/api/notes', { method: 'POST', json: good })).text).id
  const critique = await oneOf(
    `SELECT c."id" FROM "Critique" c JOIN "Membership" m ON m."id" = c."authorId"
     JOIN "User" u ON u."id" = m."userId" WHERE u."name" = $1`,
    [PEOPLE.student],
  )
  writes = [
    {
      method: 'POST',
      path: '/api/notes',
      good,
      bad: { sectionId: 7, body: { html: '' }, anchor: 'here', visibility: 'ALL' },
      fields: ['anchor', 'body', 'sectionId', 'visibility'],
    },
    { method: 'PATCH', path: `/api/notes/${note}`, good: { body: 'W.' }, bad: { body: 7 }, fields: ['body'] },
    {
      method: 'PUT',
      path: `/api/critiques/${critique}/answers`,
      good: { revision: 0, answers: {} },
      bad: { revision: 'last', answers: { A1: 5 } },
      fields: ['answers.A1', 'revision'],
    },
  ]
})

/** An answer for people and programs: a code, a sentence, nothing of the inside. */
function expectRefusal(answer: Answer, status: number, code: string, what: string) {
  expect(answer.status, `${what}: ${answer.text}`).toBe(status)
  const { error } = JSON.parse(answer.text)
  expect(error.code, what).toBe(code)
  expect(error.message, what).toMatch(/^[A-Z]/)
  expect(answer.text, what).not.toMatch(/\bat .*\(|node_modules|prisma|select /i)
  return error as { fields?: Record<string, string> }
}

test('a body that is not a JSON object is a 400', async () => {
  for (const { method, path } of writes)
    for (const body of ['{"body": ', 'body=Words', '["Words"]', 'null', '"Words"', '', '\u0000']) {
      const answer = await student.send(path, {
        method,
        body,
        headers: { 'content-type': 'application/json' },
      })
      expectRefusal(answer, 400, 'INVALID', `${method} ${path} with ${JSON.stringify(body)}`)
    }
})

test('values of the wrong type are a 400 that names each field', async () => {
  for (const { method, path, bad, fields } of writes) {
    const answer = await student.send(path, { method, json: bad })
    const error = expectRefusal(answer, 400, 'INVALID', `${method} ${path}`)
    expect(Object.keys(error.fields ?? {}).sort()).toEqual(fields)
  }
})

test('a body that is too large is a 413, whether it says how long it is or not', async () => {
  const large = JSON.stringify({ body: 'x'.repeat(300_000) })
  for (const { method, path } of writes) {
    const headers = { 'content-type': 'application/json' }
    const stated = await student.send(path, { method, body: large, headers })
    expectRefusal(stated, 413, 'TOO_LARGE', `${method} ${path}`)
    const streamed = await student.send(path, { method, body: new Blob([large]).stream(), headers })
    expectRefusal(streamed, 413, 'TOO_LARGE', `${method} ${path} in pieces`)
  }
})

test('ids of nothing are a 404', async () => {
  const id = randomUUID()
  const reads = [
    `/api/notes/${id}`,
    `/api/notes/${id}/history`,
    `/api/critiques/${id}/answers`,
    `/api/debates/${id}/sources?kind=NOTE`,
    `/api${COURSE}/sections/${id}/notes`,
    `/api${COURSE}/polls/none/ballots.csv`,
    '/api/courses/none/events',
  ]
  for (const path of [...reads, ...reads.map((read) => read.replace(id, 'not-an-id'))])
    expectRefusal(await student.send(path), 404, 'NOT_FOUND', path)
  const [post, edit, save] = writes.map((write) => write.good)
  for (const [method, path, json] of [
    ['POST', '/api/notes', { ...post, sectionId: id }],
    ['POST', '/api/notes', { sectionId: section, body: 'W.', parentId: id }],
    ['POST', '/api/notes', { sectionId: section, body: 'W.', promptId: id }],
    ['PATCH', `/api/notes/${id}`, edit],
    ['DELETE', `/api/notes/${id}`, {}],
    ['POST', `/api/notes/${id}/restore`, {}],
    ['PUT', `/api/critiques/${id}/answers`, save],
    ['PUT', `/api/notes/${id}/reactions`, { kind: 'THANKS', on: true }],
    ['PUT', `/api/notes/${id}/resolved`, { resolved: true }],
    ['PUT', `/api/notes/${id}/following`, { on: true }],
    ['POST', `/api/sections/${id}/visit`, { seenAt: new Date().toISOString() }],
  ] as const)
    expectRefusal(await student.send(path, { method, json }), 404, 'NOT_FOUND', `${method} ${path}`)
})

test('a write that another site sends is a 403', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'http://127.0.0.1.elsewhere.example' },
    // What a browser sends from a sandboxed frame.
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const { method, path, good } of writes)
    for (const headers of foreign) {
      const answer = await student.send(path, { method, json: good, headers })
      expectRefusal(answer, 403, 'FORBIDDEN', `${method} ${path} with ${JSON.stringify(headers)}`)
    }
})

test('words that the database cannot hold are refused or left out', async () => {
  for (const { method, path, good } of writes.slice(0, 2))
    for (const body of ['a\u0000b', '\ud800 alone']) {
      const answer = await student.send(path, { method, json: { ...good, body } })
      expect([200, 201, 400], `${method} ${path}: ${answer.text}`).toContain(answer.status)
    }
})

test('addresses that the database cannot hold lead nowhere', async () => {
  const paths = ['/courses/%00', '/join/a%00b']
  const inside = ['debates/a', 'readings/a', 'explain/polls/a', 'explain/explanations/a', 'critiques/a']
  paths.push(...inside.map((path) => `${COURSE}/${path}%00b`), `${COURSE}/readings/a%00b/1`)
  const found: string[] = []
  for (const path of paths) found.push(`${path} ${(await student.send(path)).status}`)
  expect(found.filter((line) => !/ 404$| 307$/.test(line))).toEqual([])
  for (const path of [`/api${COURSE}%00/events`, `/api${COURSE}/polls/a%00b/ballots.csv`])
    expect([400, 404], path).toContain((await student.send(path)).status)
})

test('odd words to search for find nothing and break nothing', async () => {
  for (const q of [
    '%25',
    '%5F',
    '%27%22%5C',
    '%27)%3B%20DROP%20TABLE%20%22Note%22%3B--',
    'a%00b',
    '%F0%9F%98%80',
  ]) {
    const { status, text } = await student.send(`/api/debates/${await debate()}/sources?kind=NOTE&q=${q}`)
    expect([200, 400], `${q}: ${text}`).toContain(status)
  }
})

const debate = () => oneOf(`SELECT "id" FROM "Debate" WHERE "slug" = 'neoclassical-realism'`)

test('a session that ended, ran out or was forged is nobody’s', async () => {
  const { NEXTAUTH_SECRET: secret = '' } = process.env
  const visitor = await signedIn(PEOPLE.student)
  const real = visitor.cookies.get(SESSION) ?? ''
  const id = await oneOf(
    `SELECT s."id" FROM "UserSession" s JOIN "User" u ON u."id" = s."userId" WHERE u."name" = $1
     ORDER BY s."createdAt" DESC LIMIT 1`,
    [PEOPLE.student],
  )
  const userId = await oneOf(`SELECT "id" FROM "User" WHERE "name" = $1`, [PEOPLE.instructor])
  const sees = async (cookie: string) => {
    visitor.cookies.set(SESSION, cookie)
    const page = await visitor.send(COURSE)
    return [(await visitor.send(`/api${COURSE}/polls/before/ballots.csv`)).status, page.status, page.leadsTo]
  }
  const nobody = [401, 307, `/sign-in?next=${encodeURIComponent(COURSE)}`]
  expect((await sees(real))[0]).toBe(200)
  const forged = {
    garbage: 'garbage',
    'cut short': real.slice(0, -3),
    'signed by another secret': await encode({ secret: `not ${secret}`, token: { sub: userId, sid: id } }),
    'somebody else’s name on an own session': await encode({ secret, token: { sub: userId, sid: id } }),
    'no session': await encode({ secret, token: { sub: userId } }),
    'run out': await encode({ secret, token: { sub: userId, sid: id }, maxAge: -3600 }),
  }
  for (const [what, cookie] of Object.entries(forged)) expect(await sees(cookie), what).toEqual(nobody)
  await inSeminar(`UPDATE "UserSession" SET "expiresAt" = now() - interval '1 second' WHERE "id" = $1`, [id])
  expect(await sees(real), 'expired').toEqual(nobody)
  await inSeminar(`DELETE FROM "UserSession" WHERE "id" = $1`, [id])
  expect(await sees(real), 'ended').toEqual(nobody)
})

const FOREIGN = [
  ...['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '\\\\elsewhere.example'],
  ...[
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/sign-in?next=/',
    '/api/auth/signout',
  ],
  ...['http:elsewhere.example', '@elsewhere.example', ' //elsewhere.example', '/..//elsewhere.example'],
]

test('signing in leads nowhere but to this site', async () => {
  for (const wanted of FOREIGN)
    for (const name of ['next', 'callbackUrl']) {
      const path = `/sign-in?${new URLSearchParams({ [name]: wanted })}`
      expect((await student.send(path)).leadsTo, path).toBe('/')
    }
  const own = `${COURSE}/people?x=1`
  expect((await student.send(`/sign-in?${new URLSearchParams({ next: own })}`)).leadsTo).toBe(own)
  const userId = await oneOf(`SELECT "id" FROM "User" WHERE "name" = $1`, [PEOPLE.student])
  const client = new Client()
  const fields = { userId, callbackUrl: 'https://elsewhere.example/' }
  const { url } = JSON.parse((await client.form('/api/auth/callback/demo', fields)).text)
  expect(new URL(url).origin).toBe(siteURL())
})

test('wrong passwords are counted for an address, and answered with how long to wait', async () => {
  const email = `throttled-${Date.now()}@colloquy.example`
  const attempt = (fields: Record<string, string>) =>
    new Client().form('/api/auth/callback/credentials', { ...fields, callbackUrl: '/' })
  for (let tries = 0; tries < 10; tries++)
    expect((await attempt({ email, password: 'wrong' })).status).toBe(401)
  // However it is written, it is the same address.
  for (const same of [email, email.toUpperCase(), `  ${email} `]) {
    const refused = await attempt({ email: same, password: 'wrong' })
    expectRefusal(refused, 429, 'TOO_MANY', same)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
  }
  const other = await attempt({ email: `other-${email}`, password: 'wrong' })
  expect(other.status, 'another address is not held up').toBe(401)
})

/** Ways to send one address past the count of another. */
const DETOURS: Record<string, (email: string, csrfToken: string) => { path?: string; sent: object }> = {
  'as JSON': (email, csrfToken) => ({
    sent: { json: { email, password: 'wrong', csrfToken, json: 'true' } },
  }),
  'with a second address before it': (email, csrfToken) => ({
    sent: {
      body: new URLSearchParams([
        ['email', `decoy-${randomUUID()}@colloquy.example`],
        ...Object.entries({ email, password: 'wrong', csrfToken, json: 'true' }),
      ]),
    },
  }),
  'with more behind the path': (email, csrfToken) => ({
    path: '/api/auth/callback/credentials/more',
    sent: { body: new URLSearchParams({ email, password: 'wrong', csrfToken, json: 'true' }) },
  }),
}

for (const [what, detour] of Object.entries(DETOURS))
  test(`a wrong password sent ${what} is counted too, or not looked at`, async () => {
    const email = `detour-${randomUUID()}@colloquy.example`
    const client = new Client()
    const { csrfToken } = JSON.parse((await client.send('/api/auth/csrf')).text)
    const statuses: number[] = []
    for (let tries = 0; tries < 10; tries++) {
      const { path = '/api/auth/callback/credentials', sent } = detour(email, csrfToken)
      statuses.push((await client.send(path, { method: 'POST', ...sent })).status)
    }
    // 401 is what next-auth answers when it has compared the password.
    if (!statuses.includes(401)) return
    const fields = { email, password: 'wrong', callbackUrl: '/' }
    const { status } = await new Client().form('/api/auth/callback/credentials', fields)
    expect(status, `after ten of them (${statuses.join(' ')})`).toBe(429)
  })

test('a script that writes without end is told to wait, and for how long', async () => {
  const observer = await signedIn(PEOPLE.observer)
  const answers = await Promise.all(
    Array.from({ length: 170 }, () => observer.send('/api/notes', { method: 'POST', json: {} })),
  )
  const refused = answers.filter((answer) => answer.status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answers.filter((answer) => answer.status === 400).length).toBeGreaterThan(100)
})
