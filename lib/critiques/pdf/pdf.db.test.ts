import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { makeSection, useDatabase } from '@/lib/testing/database'
import { readPdf } from '@/lib/testing/pdf-text'
import { critiquePage } from '../queries'
import { releaseReviews, replyToReview, respond } from '../reviews/commands'
import { makeReviewed, type Reviewed } from '../reviews/testing'
import { quotation } from '../rules/quotations'
import { critiquePdf, type PdfFile, taskPdf } from '.'

useDatabase()
// fonts are made the first time that they are used, which a busy machine takes its time for
vi.setConfig({ testTimeout: 60_000 })

let room: Reviewed
let pair: { critiqueId: string; reviewerId: string }
let author: Actor
let reviewer: Actor
const at = () => ({ id: pair.critiqueId })

/** All that a file holds for whoever has it: words, links, metadata, and its name. */
async function read({ name, bytes }: PdfFile) {
  const { text, about, urls } = await readPdf(bytes)
  return { name, text, urls, all: [name, text, about, bytes.toString('latin1')].join('\n') }
}
const tracesOf = (actor: Actor) => [actor.name, actor.userId, room.idOf(actor)]
const expectNone = (all: string, traces: string[]) => {
  for (const trace of traces) expect(all).not.toContain(trace)
}

beforeAll(async () => {
  room = await makeReviewed({ students: 4 })
  const section = await makeSection(room.courseId, ['Power among states starts the sequence.'])
  const source = {
    ...{ kind: 'passage' as const, sectionId: section.sectionId, version: 1 },
    ...{ start: 0, end: 18 },
  }
  const content = [
    {
      code: 'T1',
      title: 'The claim',
      text: `As read.\n\n${quotation('Power among states', 'Here', source)}`,
    },
    { code: 'T2', title: 'Verdict', text: 'It is right, for $x^2$ and 🚀.' },
  ]
  for (const { id, content: parts } of await db.submission.findMany()) {
    const fields = (parts as { fieldId: string }[]).map(({ fieldId }, i) => ({ ...content[i], fieldId }))
    await db.submission.update({ where: { id }, data: { content: fields } })
  }
  await room.allocate()
  const pairs = await room.pairs()
  pair = pairs[0] as typeof pair
  author = room.actorOf([...room.critiqueOf].find(([, id]) => id === pair.critiqueId)?.[0] ?? '')
  reviewer = room.actorOf(pair.reviewerId)
  const words = (p: typeof pair) => (p.reviewerId === pair.reviewerId ? 'Of mine **alone**.' : 'Of another.')
  for (const p of pairs.filter((p) => p.critiqueId === pair.critiqueId))
    await room.review(p, 3, { comment: words(p) })
})

describe('a critique on paper', () => {
  test('before the release holds its words and quotations, and nothing of reviews for its author', async () => {
    const { text, urls, all } = await read(await critiquePdf(author, at()))
    expect(text).toMatch(/The claim As read\. Power among states — Here/)
    expect(text).toContain('x^2 and [U+1F680]')
    expect(urls).toEqual([expect.stringContaining('?at=0-18')])
    expect(text).not.toMatch(/Review|alone/)
    expectNone(all, [...tracesOf(author), ...tracesOf(reviewer), pair.critiqueId])
  })

  test('for its reviewer holds it with their own review, under no name anywhere', async () => {
    const { name, text, all } = await read(await taskPdf(reviewer, room.taskOf(pair)))
    expect(name).toBe(`${room.assignment.slug}-to-review.pdf`)
    expect(text).toMatch(/As read\. Power among states/)
    expect(text).toMatch(/Your review As you submitted it\. Logic \(60\): 3 .*Of mine alone\s?\./)
    expect(text).not.toContain('Of another')
    expectNone(all, [...tracesOf(author), ...tracesOf(reviewer), pair.critiqueId, room.taskOf(pair).key])
  })

  test('is nobody else’s: not its reviewer’s by its id, not another’s by the reviewer’s key', async () => {
    await expect(critiquePdf(reviewer, at())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const actor of [author, room.cast.instructor, room.cast.observer, room.cast.outsider])
      await expect(taskPdf(actor, room.taskOf(pair))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('after the release holds the reviews: by number for its author, by name for the staff', async () => {
    await releaseReviews(room.cast.instructor, { assignmentId: room.assignmentId })
    await respond(author, { id: pair.critiqueId, text: 'I thank both.' })
    const { reviews } = await critiquePage(room.cast.assistant, room.courseId, {
      ...{ assignment: room.assignment.slug, id: pair.critiqueId },
    })
    const key = reviews.find((r) => r.staff?.reviewerId === pair.reviewerId)?.key ?? ''
    await replyToReview(author, { critiqueId: pair.critiqueId, key, text: 'To you alone.' })
    const own = await read(await critiquePdf(author, at()))
    expect(own.text).toContain('The author’s reply To you alone.')
    expect(own.text).toMatch(/Reviews .*Reviewer 1 .*Reviewer 2/)
    expect(own.text).toMatch(/Of mine alone\s?\./)
    expect(own.text).toContain('I thank both.')
    expectNone(own.all, [...tracesOf(author), ...tracesOf(reviewer)])
    const staff = await read(await critiquePdf(room.cast.assistant, at()))
    expect(staff.text).toContain(author.name)
    expect(staff.text).toContain(reviewer.name)
    expectNone(JSON.stringify(staff.name), [...tracesOf(author), ...tracesOf(reviewer), pair.critiqueId])
    const seen = await read(await taskPdf(reviewer, room.taskOf(pair)))
    expect(seen.text).toMatch(/The author’s reply To you alone\. .*I thank both\./)
    expectNone(seen.all, [...tracesOf(author), 'Of another'])
  })
})
