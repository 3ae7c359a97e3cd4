import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/queue'
import { sendQueued } from '@/lib/mail/send'
import { type Actor, memberIn } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, makeSection, useDatabase } from '@/lib/testing/database'
import { type SmtpServer, startSmtp } from '@/lib/testing/smtp'
import { markAllNoticesRead, markNoticeRead, setDigest } from './commands'
import { writeDigests } from './digest'
import { notificationsPage, unreadCount } from './queries'
import { mailRound } from './schedule'
import { subscription, unsubscribe, unsubscribeToken } from './unsubscribe'

useDatabase()

let courseId: string
let cast: Cast
let sectionId: string
let smtp: SmtpServer

const idOf = (actor: Actor) => memberIn(actor, courseId)?.id ?? ''
const ANCHOR = { start: 0, end: 3, exact: 'The', prefix: '', suffix: '' }
/** Nine in the morning of a Wednesday, in the course's zone (UTC). */
const MORNING = new Date('2026-11-25T09:00:00Z')
const hours = (n: number) => new Date(MORNING.getTime() + n * 3_600_000)

async function notice(to: Actor, body: string, over: Record<string, unknown> = {}, createdAt = hours(-12)) {
  const note = await db.note.create({
    data: { courseId, sectionId, authorId: idOf(cast.other), kind: 'COMMENT', body, ...ANCHOR, ...over },
  })
  const data = { membershipId: idOf(to), noteId: note.id, kind: 'MENTION' as const, createdAt }
  return db.notification.create({ data })
}

const CHILD = `import('./lib/notifications/digest.ts').then(async ({ writeDigests }) => {
  console.log('at it')
  await writeDigests(new Date('${MORNING.toISOString()}'))
  process.exit(0)
})`

/** Another process begins to write the digests, and is killed so long after it began. */
async function killedAtIt(afterMs: number): Promise<void> {
  const args = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', CHILD]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await new Promise((done) => setTimeout(done, afterMs))
  child.kill('SIGKILL')
  await ended
}

const excerpts = async (actor: Actor) =>
  (await notificationsPage(actor, courseId)).notices.map((n) => n.excerpt)

beforeAll(async () => {
  smtp = await startSmtp()
  process.env.SMTP_URL = smtp.url
  process.env.MAIL_FROM = 'Colloquy <post@example.org>'
  process.env.NEXTAUTH_URL = 'https://colloquy.example.org'
})
afterAll(async () => {
  await smtp.stop()
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'NEXTAUTH_URL']) delete process.env[name]
})

beforeEach(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  sectionId = (await makeSection(courseId)).sectionId
  await db.mail.deleteMany()
  smtp.letters.length = 0
})

describe('notices', () => {
  test('are their person’s alone, and go when the note may no longer be seen', async () => {
    await notice(cast.student, 'stays')
    const taken = await notice(cast.student, 'is deleted')
    const closed = await notice(cast.student, 'becomes private')
    expect(await unreadCount(cast.student, courseId)).toBe(3)
    await db.note.update({ where: { id: taken.noteId }, data: { deletedAt: new Date() } })
    await db.note.update({ where: { id: closed.noteId }, data: { visibility: 'PRIVATE' } })
    expect(await excerpts(cast.student)).toEqual(['stays'])
    expect(await unreadCount(cast.student, courseId)).toBe(1)
    for (const who of [cast.other, cast.instructor, cast.observer]) expect(await excerpts(who)).toEqual([])
    await expect(notificationsPage(cast.outsider, courseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await db.reading.updateMany({ where: { courseId }, data: { publishedAt: null } })
    expect(await unreadCount(cast.student, courseId)).toBe(0)
  })

  test('are read one by one or all at once, by nobody else', async () => {
    const one = await notice(cast.student, 'one')
    await notice(cast.student, 'two')
    await expect(markNoticeRead(cast.other, { id: one.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await markNoticeRead(cast.student, { id: one.id })
    expect(await unreadCount(cast.student, courseId)).toBe(1)
    expect(await markAllNoticesRead(cast.student, { courseId })).toEqual({ read: 1 })
    await expect(markAllNoticesRead(cast.outsider, { courseId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the digest', () => {
  test('tells once who wrote, where and what, by a real conversation with a mail server', async () => {
    await notice(cast.student, 'What of <b>alliances</b>?')
    await notice(cast.student, 'And of 선군정치?')
    expect(await mailRound(MORNING)).toEqual({ written: 1, sent: 1 })
    const [letter] = smtp.letters
    const user = await db.user.findUniqueOrThrow({ where: { id: cast.student.userId } })
    expect(letter?.to).toEqual([user.email])
    expect(letter?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    expect(letter?.headers['list-unsubscribe']).toContain(
      '<https://colloquy.example.org/api/unsubscribe?token=',
    )
    expect(letter?.raw).toContain('multipart/alternative')
    const mail = await db.mail.findFirstOrThrow()
    expect(mail.subject).toContain(cast.other.name)
    expect(mail.text).toContain('https://colloquy.example.org/courses/')
    expect(mail.text).toContain('“And of 선군정치?”')
    expect(mail.html).not.toContain('<b>alliances')
    expect(await mailRound(hours(1))).toEqual({ written: 0, sent: 0 })
    expect(smtp.letters).toHaveLength(1)
  })

  test('is one, however many processes write it at once', async () => {
    for (let i = 0; i < 5; i++) await notice(cast.student, `note ${i}`)
    const written = await Promise.all(Array.from({ length: 4 }, () => writeDigests(MORNING)))
    expect(written.reduce((a, b) => a + b)).toBe(1)
    expect(await db.mail.count()).toBe(1)
    expect(await db.notification.count({ where: { membershipId: idOf(cast.student), mailedAt: null } })).toBe(
      0,
    )
    await Promise.all(Array.from({ length: 4 }, () => sendQueued()))
    expect(smtp.letters).toHaveLength(1)
  })

  test('is whole or not at all: what is queued is marked, in one transaction', async () => {
    const { id } = await notice(cast.student, 'survives')
    // The process dies (here: the transaction is given up) after queueing and before the commit.
    await transaction(async (tx) => {
      await queueMail(tx, { to: 'a@example.org', subject: 's', text: 't', html: '' })
      await tx.notification.update({ where: { id }, data: { mailedAt: MORNING } })
      throw new Error('killed')
    }).catch(() => {})
    expect(await db.mail.count()).toBe(0)
    expect(await writeDigests(MORNING)).toBe(1)
    expect(await writeDigests(hours(0.1))).toBe(0)
  })

  test('tells each notice once when a process is killed at it and another goes on', async () => {
    const people = await Promise.all(
      Array.from({ length: 25 }, async () => enrol(await makePerson(), courseId, 'STUDENT')),
    )
    for (const who of people) await notice(who, 'each once')
    for (let afterMs = 20; afterMs < 3000 && (await db.mail.count()) < 3; afterMs *= 1.5)
      await killedAtIt(afterMs)
    expect(await db.mail.count()).toBeGreaterThan(0)
    await writeDigests(MORNING)
    const mails = await db.mail.findMany({ select: { to: true } })
    expect(new Set(mails.map((m) => m.to)).size).toBe(25)
    expect(mails).toHaveLength(25)
  }, 60_000)

  test('waits for the morning, and for Monday where it is weekly', async () => {
    await notice(cast.student, 'after seven', {}, hours(-1))
    expect(await writeDigests(MORNING)).toBe(0)
    expect(await writeDigests(hours(24))).toBe(1)
    await setDigest(cast.student, { courseId, digest: 'WEEKLY' })
    await notice(cast.student, 'on Thursday', {}, hours(30))
    expect(await writeDigests(hours(48))).toBe(0)
    expect(await writeDigests(new Date('2026-11-30T07:30:00Z'))).toBe(1)
  })

  test('leaves out what was read, what may no longer be seen, and whoever wants none', async () => {
    const read = await notice(cast.student, 'has been read')
    await markNoticeRead(cast.student, { id: read.id })
    const closed = await notice(cast.student, 'is private now')
    await db.note.update({ where: { id: closed.noteId }, data: { visibility: 'PRIVATE' } })
    await notice(cast.instructor, 'to who wants none')
    await setDigest(cast.instructor, { courseId, digest: 'OFF' })
    const gone = await notice(cast.assistant, 'to who left')
    await db.membership.update({ where: { id: gone.membershipId }, data: { removedAt: MORNING } })
    expect(await writeDigests(MORNING)).toBe(0)
    expect(await db.mail.count()).toBe(0)
  })
})

describe('sending', () => {
  test('is tried again later, and says meanwhile what was wrong', async () => {
    await transaction((tx) => queueMail(tx, { to: 'a@example.org', subject: 's', text: 't', html: '' }))
    smtp.refuse('450 try later')
    await sendQueued()
    smtp.refuse(null)
    const mail = await db.mail.findFirstOrThrow()
    expect(mail).toMatchObject({ tries: 1, sentAt: null })
    expect(mail.error).toContain('450')
    await db.mail.update({ where: { id: mail.id }, data: { createdAt: new Date(Date.now() - 600_000) } })
    await sendQueued()
    expect(await db.mail.findFirstOrThrow()).toMatchObject({ tries: 2, error: null })
    expect(smtp.letters.map((l) => l.headers['message-id'])).toEqual([`<${mail.id}@colloquy.example.org>`])
  })

  test('lets no name or title add a header', async () => {
    const subject = 'Hello\r\nBcc: victim@example.org'
    await transaction((tx) => queueMail(tx, { to: 'a@example.org', subject, text: 't', html: '' }))
    await sendQueued()
    expect(smtp.letters[0]?.to).toEqual(['a@example.org'])
    expect(smtp.letters[0]?.headers.bcc).toBeUndefined()
  })
})

describe('one click', () => {
  test('stops the digest of that membership alone, as often as it is clicked', async () => {
    const token = unsubscribeToken(idOf(cast.student))
    expect((await subscription(token)).on).toBe(true)
    await unsubscribe(token)
    await unsubscribe(token)
    expect((await subscription(token)).on).toBe(false)
    expect((await subscription(unsubscribeToken(idOf(cast.other)))).on).toBe(true)
  })

  test('takes no token that is not ours', async () => {
    const id = idOf(cast.student)
    const forged = createHmac('sha256', 'another secret').update(`unsubscribe:${id}`).digest('base64url')
    const bare = createHmac('sha256', env().NEXTAUTH_SECRET).update(id).digest('base64url')
    for (const token of ['', id, `${id}.`, `${id}.${forged}`, `${id}.${bare}`, `x.${forged}`])
      await expect(unsubscribe(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await subscription(unsubscribeToken(id))).on).toBe(true)
  })
})
