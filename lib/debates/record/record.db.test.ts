import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { castBallot } from '@/lib/polls/commands'
import { CastBallot } from '@/lib/polls/schema'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { addClaim } from '../commands/add-claim'
import { recordMarkdown } from '../rules/record-markdown'
import { AddClaim, CreateDebate } from '../schema'
import { controlSession } from '../session/control'
import { AddStatement } from '../session/schema'
import { addStatement } from '../session/statements'
import { createDebate } from '../set-up/create-debate'
import { debateRecord } from './queries'

useDatabase()

let courseId: string
let cast: Cast
beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
})

const now = <T extends { at: Date }>(actor: T): T => ({ ...actor, at: new Date() })

test('a record holds phases as run, what was said and claimed in them, and the votes; nothing while a vote is open', async () => {
  const { instructor, student, other, outsider, observer } = cast
  const third = await enrol(await makePerson(), courseId, 'STUDENT')
  const role = (label: string, side: 'FOR' | null) => ({
    membershipId: student.memberships[0]?.id ?? '',
    label,
    side,
  })
  const phase = (name: string, kind: string) => ({ name, kind, minutes: 5, speakers: ['ALL'] })
  const { id, slug } = await createDebate(
    instructor,
    CreateDebate.parse({
      ...{ courseId, motion: 'This *House* acts.', roles: [role('P1', 'FOR')] },
      phases: [phase('Pre', 'PRE_VOTE'), phase('Open', 'OPENING'), phase('Post', 'POST_VOTE')],
    }),
  )
  let revision = 0
  const move = async (act: 'start' | 'next' | 'end') => {
    const step = act === 'end' ? { act, abandon: false } : { act }
    ;({ revision } = await controlSession(now(instructor), { debate: id, revision, ...step }))
  }
  const vote = async () => {
    const { id: pollId } = await db.poll.findFirstOrThrow({ where: { debateId: id, closedAt: null } })
    for (const actor of [student, other, third])
      await castBallot(now(actor), CastBallot.parse({ pollId, ranking: [['for']] }))
  }
  const claim = (text: string) =>
    addClaim(now(student), AddClaim.parse({ debateId: id, relation: 'SUPPORTS', text }))

  await claim('Early.')
  await move('start')
  await vote()
  expect((await debateRecord(now(instructor), courseId, slug)).votes).toMatchObject([
    { counts: null, answer: null, ballots: null },
  ])
  await move('next')
  await claim('In time.')
  await addStatement(now(student), AddStatement.parse({ debateId: id, text: 'I say\n\n# so.' }))
  await addStatement(
    now(instructor),
    AddStatement.parse({ debateId: id, text: 'Noted.', speakerId: other.memberships[0]?.id }),
  )
  await move('next')
  await vote()
  await move('end')

  const record = await debateRecord(now(observer), courseId, slug)
  expect(record.runs.map((r) => [r.name, r.statements.length, r.claims.map((c) => c.text)])).toEqual([
    ['Before the session', 0, ['Early.']],
    ['Pre', 0, []],
    ['Open', 2, ['In time.']],
    ['Post', 0, []],
  ])
  expect(record.runs[2]?.statements).toMatchObject([
    { speaker: student.name, label: 'P1', side: 'FOR', notedBy: null },
    { speaker: other.name, notedBy: instructor.name },
  ])
  expect(record.votes.map((v) => v.counts?.[0])).toEqual([
    { label: 'For', n: 3 },
    { label: 'For', n: 3 },
  ])
  expect(record.result.words?.headline).toBe('A tie')
  await expect(debateRecord(outsider, courseId, slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })

  const text = recordMarkdown(record, (at) => at.slice(0, 10))
  expect(text).toContain('# This \\*House\\* acts.')
  expect(text).toContain('> I say\n>\n> \\# so.')
  expect(text).toContain('- **C02** for the motion')
})
