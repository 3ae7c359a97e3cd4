import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeCourse, useDatabase } from '@/lib/testing/database'
import type { DraftSection } from '../draft-schema'
import { pdf } from '../import/testing/pdf'
import { readInChild } from './child-process'
import { cancelImport, queueImport, requireMayImport } from './commands'
import { beat, claimJob, fail, finish, release } from './lease'
import { importState, runningImports } from './queries'

useDatabase()

const TEXT = 'IntroductionNorth Korea itself has said little about this, and what it has said is old.'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (courseId: string, text = TEXT, fileName = 'Pasted text.txt') => ({
  courseId,
  fileName,
  mediaType: 'text/plain',
  bytes: bytesOf(text),
})

const read = {
  authors: ['A. Writer', 'B. Other'],
  abstract: 'In short.',
  sections: [{ heading: 'One', level: 1, blocks: [{ kind: 'paragraph' as const, text: 'Words.' }] }],
  bibliography: ['Writer 1999.'],
  warnings: ['A picture was left out.'],
}
const at = { stage: 'reading', done: 1, total: 2 } as const

/** Jobs that other tests left must not be in the way. */
const noJobs = () => db.importJob.deleteMany()
const old = (id: string) =>
  db.importJob.update({
    where: { id },
    data: { beatAt: new Date(Date.now() - 31_000) },
    select: { id: true },
  })

test('only the staff of the course may import, watch and cancel', async () => {
  const { courseId, cast } = await makeCourse()
  for (const who of [cast.student, cast.observer]) {
    await expect(queueImport(who, file(courseId))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(requireMayImport(who, courseId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
  await expect(queueImport(cast.outsider, file(courseId))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { id } = await queueImport(cast.assistant, file(courseId))
  expect(await importState(cast.instructor, id)).toMatchObject({
    state: 'QUEUED',
    fileName: 'Pasted text.txt',
  })
  for (const who of [cast.student, cast.outsider]) {
    await expect(importState(who, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(cancelImport(who, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await runningImports(who, courseId)).toEqual([])
  }
  await noJobs()
})

test('an empty file is refused, and an eleventh while ten wait', async () => {
  const { courseId, cast } = await makeCourse()
  await expect(queueImport(cast.instructor, file(courseId, ''))).rejects.toMatchObject({
    code: 'IMPORT_EMPTY',
  })
  for (let i = 0; i < 10; i++) await queueImport(cast.instructor, file(courseId))
  await expect(requireMayImport(cast.instructor, courseId)).rejects.toMatchObject({ code: 'TOO_MANY' })
  await noJobs()
})

test('two workers at once never take the same job', async () => {
  const { courseId, cast } = await makeCourse()
  const ids: string[] = []
  for (let i = 0; i < 6; i++) ids.push((await queueImport(cast.instructor, file(courseId))).id)
  const taken = await Promise.all(Array.from({ length: 9 }, () => claimJob()))
  const got = taken.flatMap((job) => job?.lease.id ?? [])
  expect(new Set(got).size).toBe(got.length)
  for (let job = await claimJob(); job; job = await claimJob()) got.push(job.lease.id)
  expect(got.sort()).toEqual(ids.sort())
  await noJobs()
})

test('a job whose worker died is taken again, and what the dead one still writes changes nothing', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await queueImport(cast.instructor, file(courseId))
  const first = await claimJob()
  expect(await claimJob()).toBeNull()
  await old(id)
  if (first) first.lease.beat = (await db.importJob.findUniqueOrThrow({ where: { id } })).beatAt ?? new Date()
  const second = await claimJob()
  expect(second?.lease.id).toBe(id)
  if (!first || !second) throw new Error('no job')
  expect(await beat(first.lease, at)).toBe(false)
  expect(await finish(first.lease, 'x.txt', read)).toBe(false)
  await fail(first.lease, 'IMPORT_BROKEN', 'no')
  expect(await beat(second.lease, at)).toBe(true)
  expect(await importState(cast.instructor, id)).toMatchObject({
    state: 'RUNNING',
    stage: 'reading',
    done: 1,
  })
  expect(await finish(second.lease, 'x.txt', read)).toBe(true)
  expect(await finish(second.lease, 'x.txt', read)).toBe(false)
  expect(await db.readingDraft.count({ where: { jobId: id } })).toBe(1)
  await noJobs()
})

test('a file that takes its worker down is given up after three tries', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await queueImport(cast.instructor, file(courseId))
  for (let tries = 0; tries < 3; tries++) {
    expect((await claimJob())?.lease.id).toBe(id)
    await old(id)
  }
  expect(await claimJob()).toBeNull()
  expect(await importState(cast.instructor, id)).toMatchObject({
    state: 'FAILED',
    message: expect.stringContaining('three times'),
  })
})

test('a job that is put back at a restart costs no try', async () => {
  const { courseId, cast } = await makeCourse()
  await queueImport(cast.instructor, file(courseId))
  for (let i = 0; i < 4; i++) {
    const job = await claimJob()
    expect(job).not.toBeNull()
    if (job) await release(job.lease)
  }
  await noJobs()
})

test('a cancelled job is written no more, and one that has ended stays as it ended', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await queueImport(cast.instructor, file(courseId))
  const job = await claimJob()
  expect(await cancelImport(cast.assistant, { id })).toMatchObject({ state: 'CANCELLED', draftId: null })
  if (!job) throw new Error('no job')
  expect(await beat(job.lease, at)).toBe(false)
  expect(await finish(job.lease, 'x.txt', read)).toBe(false)
  expect((await db.importJob.findUniqueOrThrow({ where: { id } })).bytes).toBeNull()

  const again = await queueImport(cast.instructor, file(courseId))
  const other = await claimJob()
  if (other) await finish(other.lease, 'x.txt', read)
  expect(await cancelImport(cast.instructor, again)).toMatchObject({ state: 'DONE' })
})

test('what was read becomes a draft with the abstract before and the references after', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await queueImport(cast.instructor, file(courseId))
  const job = await claimJob()
  if (job) await finish(job.lease, 'ferries_2.final.pdf', read)
  const draft = await db.readingDraft.findUniqueOrThrow({ where: { jobId: id } })
  expect(draft).toMatchObject({
    title: 'ferries 2.final',
    byline: 'A. Writer, B. Other',
    warnings: read.warnings,
  })
  expect((draft.sections as DraftSection[]).map((s) => s.heading)).toEqual(['Abstract', 'One', 'References'])
})

test('a file is read in a process of its own', async () => {
  const steps: number[] = []
  const bytes = pdf({
    pages: [{ texts: [{ x: 60, y: 80, text: 'A short page of text that says something.' }] }],
  })
  const order = { bytes, name: 'a.pdf', type: 'application/pdf' }
  const running = readInChild(order, (done) => steps.push(done))
  expect(running.pid).not.toBe(process.pid)
  const outcome = await running.outcome
  expect(outcome).toMatchObject({ kind: 'read' })
  expect(JSON.stringify(outcome)).toContain('says something')
  expect(steps).toContain(1)
}, 60_000)

test('a damaged file comes back as a sentence, and a process can be stopped', async () => {
  const order = { bytes: bytesOf('%PDF-1.7 and nothing else'), name: 'a.pdf', type: '' }
  const damaged = await readInChild(order, () => {}).outcome
  expect(damaged).toMatchObject({ kind: 'refused', code: 'IMPORT_BROKEN' })
  const running = readInChild(order, () => {})
  running.stop()
  expect(await running.outcome).toEqual({ kind: 'stopped' })
}, 60_000)
