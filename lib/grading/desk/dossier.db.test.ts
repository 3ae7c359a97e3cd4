import { beforeAll, expect, test } from 'vitest'
import { critiquePage } from '@/lib/critiques/queries'
import { quotation } from '@/lib/critiques/rules/quotations'
import { makeCritiques } from '@/lib/critiques/testing'
import { db } from '@/lib/db'
import { memberIn } from '@/lib/policy'
import { makeSection, useDatabase } from '@/lib/testing/database'
import { dossier } from './dossier'

useDatabase()

let room: Awaited<ReturnType<typeof makeCritiques>>
let sectionId: string
beforeAll(async () => {
  room = await makeCritiques()
  ;({ sectionId } = await makeSection(room.courseId, ['Power among states starts the sequence.']))
})

test('a critique has as many words in the dossier as on its own page: no choice counts, and nothing quoted', async () => {
  const { courseId, cast, assignment, template, handIn } = room
  const [, verdict] = await db.templateField.findMany({
    where: { templateId: template.id },
    orderBy: { position: 'asc' },
  })
  await db.templateField.update({
    where: { id: verdict?.id ?? '' },
    data: { kind: 'CHOICE', options: ['It is right after all'] },
  })
  const source = { kind: 'passage' as const, sectionId, version: 1, start: 0, end: 18 }
  const quoted = quotation('Power among states', 'Here', source)
  const { id } = await handIn(cast.student, {
    T1: `Three own words.\n\n${quoted}`,
    T2: 'It is right after all',
  })
  const [listed] = (await dossier(cast.assistant, courseId, memberIn(cast.student, courseId)?.id ?? ''))
    .critiques
  const page = await critiquePage(cast.assistant, courseId, { assignment: assignment.slug, id })
  expect([listed?.words, page.shown?.words]).toEqual([3, 3])
})
