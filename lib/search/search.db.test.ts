import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import type { Visibility } from '@/lib/discussion/schema'
import type { Role } from '@/lib/generated/prisma/enums'
import { type Actor, memberIn, visibleNotes } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { searchCourse } from './queries'
import { termsOf } from './rules/terms'
import { type HitKind, SearchFor } from './schema'
import { searchStatement } from './sql'

useDatabase()

let course: { id: string; slug: string }
let cast: Cast
let groups: [string, string]
let sectionId: string

const ANCHOR = { start: 0, end: 1, exact: 'Z', prefix: '', suffix: '' }

const idOf = (actor: Actor) => memberIn(actor, course.id)?.id ?? ''

async function note(author: Actor, body: string, over: Record<string, unknown> = {}): Promise<string> {
  const visibility = (over.visibility ?? 'COURSE') as Visibility
  const groupId = visibility === 'GROUP' ? memberIn(author, course.id)?.groupId : null
  const data = {
    courseId: course.id,
    sectionId,
    authorId: idOf(author),
    kind: 'COMMENT' as const,
    body,
    groupId,
    ...ANCHOR,
  }
  return (await db.note.create({ data: { ...data, visibility, ...over } })).id
}

const search = (actor: Actor, q: string, kind?: HitKind) =>
  searchCourse(actor, course, SearchFor.parse({ q, kind }))

const WHO = ['instructor', 'assistant', 'student', 'other', 'observer'] as const

/** Which of the course's people find something by these words; nobody else may even learn that it is there. */
async function finders(q: string): Promise<string[]> {
  const found = await Promise.all(WHO.map(async (who) => (await search(cast[who], q)).groups.length > 0))
  return WHO.filter((_, i) => found[i])
}

beforeAll(async () => {
  const made = await makeCourse()
  course = { id: made.courseId, slug: made.slug }
  cast = made.cast
  groups = made.groups
  sectionId = (await makeSection(course.id, ['Zanzibar lies here.', '선군정치를 말한다.'])).sectionId
})

describe('who finds what', () => {
  test('a note: the course, its group and the staff, or its author alone', async () => {
    await note(cast.student, 'aardvark for all')
    await note(cast.student, 'bandicoot for us', { visibility: 'GROUP' })
    await note(cast.student, 'capybara for me', { visibility: 'PRIVATE' })
    await note(cast.student, 'dromedary deleted', { deletedAt: new Date() })
    expect(await finders('aardvark')).toEqual([...WHO])
    expect(await finders('bandicoot')).toEqual(['instructor', 'assistant', 'student'])
    expect(await finders('capybara')).toEqual(['student'])
    expect(await finders('dromedary')).toEqual([])
    // by a part of the word, and by a slip of the pen, it is the same people
    expect(await finders('ndicoo')).toEqual(['instructor', 'assistant', 'student'])
    expect(await finders('capybarra')).toEqual(['student'])
  })

  test('the filter is that of the policy, whatever the note', async () => {
    for (const author of [cast.student, cast.other, cast.instructor])
      for (const visibility of ['COURSE', 'GROUP', 'PRIVATE'] as const)
        if (visibility !== 'GROUP' || memberIn(author, course.id)?.groupId)
          await note(author, `everyword ${visibility}`, { visibility })
    for (const who of WHO) {
      const page = await search(cast[who], 'everyword', 'note')
      const ids = page.groups.flatMap((g) => g.hits.map((h) => h.key.replace('note:', '')))
      const seen = await db.note.findMany({
        where: { AND: [{ body: { contains: 'everyword' } }, visibleNotes(cast[who])] },
      })
      expect(ids.sort(), who).toEqual(seen.map((n) => n.id).sort())
    }
  })

  test('a reading and the notes in it: everybody once it is published, the staff before', async () => {
    const draft = await makeSection(course.id, ['Elephants in the archive.'])
    await db.reading.update({ where: { id: draft.readingId }, data: { publishedAt: null } })
    await note(cast.instructor, 'flamingo in the draft', { sectionId: draft.sectionId })
    expect(await finders('elephants')).toEqual(['instructor', 'assistant'])
    expect(await finders('flamingo')).toEqual(['instructor', 'assistant'])
    expect(await finders('zanzibar')).toEqual([...WHO])
  })

  test('where one posts before one sees others, a student finds others’ notes after posting', async () => {
    const first = await makeSection(course.id, ['Giraffes.'])
    await db.section.update({ where: { id: first.sectionId }, data: { postFirst: true } })
    await note(cast.other, 'hippopotamus by another', { sectionId: first.sectionId })
    expect(await finders('hippopotamus')).toEqual(['instructor', 'assistant', 'other', 'observer'])
    await note(cast.student, 'my own', { sectionId: first.sectionId })
    expect(await finders('hippopotamus')).toContain('student')
  })

  test('a claim while it stands', async () => {
    const debate = await db.debate.create({
      data: { courseId: course.id, slug: 'd', position: 1, motion: 'That ibexes climb' },
    })
    const claim = { debateId: debate.id, authorId: idOf(cast.student), relation: 'SUPPORTS' as const }
    await db.claim.create({ data: { ...claim, number: 1, text: 'The jaguar swims' } })
    await db.claim.create({
      data: { ...claim, number: 2, text: 'The kangaroo rests', deletedAt: new Date() },
    })
    await db.claim.create({
      data: { ...claim, number: 3, text: 'The llama spits', hiddenAt: new Date() },
    })
    expect(await finders('jaguar')).toEqual([...WHO])
    expect(await finders('kangaroo')).toEqual([])
    expect(await finders('llama')).toEqual([])
  })

  test('evidence and explanations: everybody', async () => {
    await db.evidence.create({
      data: {
        courseId: course.id,
        code: 'E01',
        position: 1,
        dateLabel: '2002',
        observation: 'A lemur was seen',
      },
    })
    const texts = { name: 'Marmot', shortName: 'M', statement: 'Narwhals decide' }
    await db.explanation.create({ data: { courseId: course.id, code: 'M', position: 1, ...texts } })
    expect(await finders('lemur')).toEqual([...WHO])
    expect(await finders('narwhals')).toEqual([...WHO])
  })

  test('a draft critique: its author; what was handed in: the staff too, as it was handed in', async () => {
    const assignment = await db.assignment.create({
      data: { courseId: course.id, slug: 'a', title: 'Assignment' },
    })
    const template = await db.template.create({
      data: {
        ...{ courseId: course.id, code: 't', title: 'T', wordLimit: 100 },
        fields: { create: { position: 1, code: 'f', title: 'F', prompt: '', wordLimit: 100 } },
      },
      include: { fields: true },
    })
    const critique = await db.critique.create({
      data: {
        ...{ assignmentId: assignment.id, templateId: template.id, authorId: idOf(cast.student) },
        answers: { create: { fieldId: template.fields[0]?.id ?? '', text: 'An ocelot in a draft' } },
      },
    })
    expect(await finders('ocelot')).toEqual(['student'])
    await db.critique.update({
      where: { id: critique.id },
      data: {
        submittedAt: new Date(),
        submissions: {
          create: { number: 1, content: [{ text: 'A puma handed in' }], submittedAt: new Date() },
        },
      },
    })
    await db.review.create({
      data: { critiqueId: critique.id, reviewerId: idOf(cast.other), comment: 'x', submittedAt: new Date() },
    })
    expect(await finders('puma')).toEqual(['instructor', 'assistant'])
    expect(await finders('ocelot')).toEqual(['student'])
  })

  test('outside the course there is nothing to search', async () => {
    await expect(search(cast.outsider, 'zanzibar')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what is found', () => {
  test('leads to the exact words', async () => {
    const [passage] = (await search(cast.student, '선군정치')).groups
    expect(passage?.hits[0]?.found[0]?.href).toMatch(/\/readings\/reading-\d+\/1\?at=21-25$/)
    const [found] = (await search(cast.student, 'aardvark')).groups
    expect(found?.hits[0]?.found[0]?.href).toMatch(/\?note=[0-9a-f-]{36}$/)
  })

  test('nothing odd breaks it', async () => {
    for (const q of [
      "'",
      '\\',
      '%',
      ':*',
      '!!',
      '<->',
      '"',
      "a' | b:* & (",
      '((',
      '\u0000x',
      '🦊',
      "'':*\\'",
    ])
      expect(['SHORT', 'FOUND', 'NEAR', 'NOTHING']).toContain((await search(cast.student, q)).state)
  })
})

test('with many rows the indexes of words and of trigrams do the looking', async () => {
  await pool().query(
    `INSERT INTO "Note" ("id", "courseId", "sectionId", "authorId", "kind", "body", "exact", "prefix", "suffix", "start", "end")
     SELECT gen_random_uuid(), $1, $2, $3, 'COMMENT', md5(g::text) || ' some words of note ' || g || repeat(' and more', 20),
       'Z', '', '', 0, 1 FROM generate_series(1, 5000) g`,
    [course.id, sectionId, idOf(cast.student)],
  )
  await pool().query('VACUUM ANALYZE "Note"')
  const member = { id: idOf(cast.student), courseId: course.id, role: 'STUDENT' as Role, groupId: groups[0] }
  const { text, values } = searchStatement(member, 'quokka', termsOf('quokka'), 7)
  const { rows } = await pool().query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('"Note_words"')
  expect(plan).toContain('"Note_trigrams"')
}, 60_000)
