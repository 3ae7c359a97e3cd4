import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, may } from '@/lib/policy'
import type { TemplateDraft, TemplateHead, TemplatePage, TemplatesPage } from '../schema'
import { TEMPLATE, templateDto } from './shape'

/** The course's templates, those in use first. For staff: members meet them in an assignment. */
export async function templatesPage(actor: Actor, courseId: string): Promise<TemplatesPage> {
  authoriseMember(actor, 'critique.manage', courseId)
  const rows = await db.template.findMany({
    where: { courseId },
    orderBy: { code: 'asc' },
    select: {
      ...{ id: true, code: true, title: true, wordLimit: true, archivedAt: true },
      _count: { select: { critiques: true, fields: true } },
    },
  })
  const templates = rows.map(
    ({ archivedAt, _count, ...row }): TemplateHead => ({
      ...row,
      fields: _count.fields,
      critiques: _count.critiques,
      archived: archivedAt !== null,
    }),
  )
  return { templates, can: { manage: may(actor, 'critique.manage', courseId) } }
}

type Example = { title?: string; intro?: string; fields: Record<string, string> }

/** One template, as a student will see it and as its editor begins. */
export async function templatePage(actor: Actor, courseId: string, id: string): Promise<TemplatePage> {
  authoriseMember(actor, 'critique.manage', courseId)
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const row = await db.template.findFirst({
    where: { id, courseId },
    select: {
      ...TEMPLATE.select,
      archivedAt: true,
      _count: { select: { critiques: true, examples: true } },
    },
  })
  if (!row) throw new AppError('NOT_FOUND')
  const { archivedAt, _count, ...template } = row
  const dto = templateDto(template)
  const example = template.example as Example | null
  const draft: TemplateDraft = {
    ...{ title: dto.title, intro: dto.intro, wordLimit: dto.wordLimit, fields: dto.fields },
    criteria: dto.criteria.map(({ id: _id, ...criterion }) => criterion),
    example: example && {
      ...{ title: example.title ?? '', intro: example.intro ?? '', fields: example.fields },
    },
  }
  return {
    template: dto,
    draft,
    archived: archivedAt !== null,
    inUse: _count.critiques + _count.examples > 0,
  }
}
