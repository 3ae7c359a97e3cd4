import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, visibleImports } from '@/lib/policy'
import type { ImportDto } from '../draft-schema'

const SELECT = {
  id: true,
  fileName: true,
  size: true,
  state: true,
  stage: true,
  done: true,
  total: true,
  errorMessage: true,
  draft: { select: { id: true } },
} as const satisfies Prisma.ImportJobSelect

type Row = Prisma.ImportJobGetPayload<{ select: typeof SELECT }>

const dto = ({ errorMessage, draft, ...job }: Row): ImportDto => ({
  ...job,
  message: job.state === 'FAILED' ? errorMessage : null,
  draftId: draft?.id ?? null,
})

export async function importState(actor: Actor, id: string): Promise<ImportDto> {
  const job = await db.importJob.findFirst({
    where: { AND: [{ id }, visibleImports(actor)] },
    select: SELECT,
  })
  if (!job) throw new AppError('NOT_FOUND')
  return dto(job)
}

/** What is being read for the course now, the oldest first. */
export async function runningImports(actor: Actor, courseId: string): Promise<ImportDto[]> {
  const jobs = await db.importJob.findMany({
    where: { AND: [{ courseId, state: { in: ['QUEUED', 'RUNNING'] } }, visibleImports(actor)] },
    orderBy: { createdAt: 'asc' },
    select: SELECT,
  })
  return jobs.map(dto)
}
