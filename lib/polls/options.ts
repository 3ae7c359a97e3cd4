import 'server-only'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleExplanations } from '@/lib/policy'
import type { OpenPoll } from './schema'

type Row = { position: number; code: string; label: string; shortLabel: string; explanationId: string | null }

const refuse = (sentence: string): never => {
  throw new AppError('INVALID', sentence, { fields: { options: sentence } })
}

/** What fits where there is little room. */
export const shorten = (label: string): string =>
  label.length > 30 ? `${label.slice(0, 29).trimEnd()}…` : label

/** The rows of a poll's options: the course's explanations, or labels of one's own, which may name one. */
export async function optionsFor(
  tx: Tx,
  actor: Actor,
  courseId: string,
  wanted: OpenPoll['options'],
): Promise<Row[]> {
  const explanations = await tx.explanation.findMany({
    where: { AND: [{ courseId }, visibleExplanations(actor)] },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, name: true, shortName: true },
  })
  if (wanted === 'explanations') {
    if (explanations.length < 2) return refuse('The course has fewer than two explanations to vote on.')
    return explanations.map(({ id, code, name, shortName }, i) => ({
      ...{ position: i + 1, code, label: name, shortLabel: shortName, explanationId: id },
    }))
  }
  if (new Set(wanted.map((o) => o.code)).size < wanted.length)
    return refuse('Two options have the same code.')
  return wanted.map(({ code, label, shortLabel, explanationCode }, i) => {
    const explanation = explanations.find((e) => e.code === explanationCode)
    if (explanationCode && !explanation)
      return refuse(`${explanationCode} is not an explanation of this course.`)
    return {
      ...{ position: i + 1, code, label, shortLabel: shortLabel ?? explanation?.shortName ?? shorten(label) },
      explanationId: explanation?.id ?? null,
    }
  })
}
