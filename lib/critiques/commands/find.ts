import 'server-only'
import type { Tx } from '@/lib/db'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, memberIds, visibleCritiques } from '@/lib/policy'
import { LATE_RULE, ownExtension, ruleOf } from '../queries/late-rule'
import { isTaken } from '../rules/late'

/** The critique as commands need it, if the actor may see it. */
export async function critiqueFor(actor: Actor, id: string) {
  const critique = await db.critique.findFirst({
    where: { AND: [{ id }, visibleCritiques(actor)] },
    select: {
      id: true,
      authorId: true,
      submittedAt: true,
      assignment: {
        select: {
          id: true,
          courseId: true,
          allocatedAt: true,
          ...LATE_RULE,
          extensions: ownExtension(memberIds(actor)),
        },
      },
      template: {
        select: {
          wordLimit: true,
          criteria: { select: { id: true } },
          fields: {
            orderBy: { position: 'asc' },
            select: { id: true, code: true, title: true, wordLimit: true, kind: true, options: true },
          },
        },
      },
    },
  })
  if (!critique) throw new AppError('NOT_FOUND')
  return { ...critique, open: isTaken(ruleOf(critique.assignment), actor.at) }
}

export type Found = Awaited<ReturnType<typeof critiqueFor>>
export type Locked = {
  revision: number
  savedAt: Date
  submittedAt: Date | null
  texts: Record<string, string>
}

/** The critique's row, held until the commit: two windows that save or hand in at once do so one after the other. */
export async function lockDraft(tx: Tx, { id, template }: Found): Promise<Locked> {
  const [row] = await tx.$queryRaw<Omit<Locked, 'texts'>[]>`
    SELECT "revision", "savedAt", "submittedAt" FROM "Critique" WHERE "id" = ${id}::uuid FOR UPDATE`
  if (!row) throw new AppError('NOT_FOUND')
  const answers = await tx.critiqueAnswer.findMany({ where: { critiqueId: id } })
  const codes = new Map(template.fields.map((f) => [f.id, f.code]))
  const texts = answers.map((a): [string, string] => [codes.get(a.fieldId) ?? '', a.text])
  return { ...row, texts: Object.fromEntries(texts) }
}

export const stale = (): AppError => new AppError('CONFLICT', 'This critique was changed in another window.')
