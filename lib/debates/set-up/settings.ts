import 'server-only'
import { createHash } from 'node:crypto'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, visibleDebates } from '@/lib/policy'
import { FORMATS } from '../rules/formats'
import { heldCount } from '../rules/order'
import type { DebateSettings, Phase, StartFrom } from '../schema'

const strings = (json: unknown): string[] =>
  Array.isArray(json) ? json.filter((item): item is string => typeof item === 'string') : []

const PHASE = {
  ...{
    id: true,
    name: true,
    minutes: true,
    who: true,
    purpose: true,
    kind: true,
    speakers: true,
    asks: true,
  },
} as const

const settingsOf = (tx: Tx, id: string) =>
  tx.debate.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, slug: true, motion: true, alternatives: true, background: true, rules: true },
      ...{ formatName: true, chairNote: true, sideChoice: true, ranksExplanations: true },
      ...{ startsAt: true, closedAt: true },
      session: { select: { phaseId: true } },
      phases: { orderBy: { position: 'asc' }, select: { ...PHASE, _count: { select: { runs: true } } } },
    },
  })

/** What tells one state of the settings from another. */
const markOf = (settings: object): string =>
  createHash('sha256').update(JSON.stringify(settings)).digest('base64url').slice(0, 22)

/** A debate's settings as its form and `changeDebate` know them. */
export async function loadSettings(tx: Tx, id: string): Promise<DebateSettings> {
  const { session, closedAt, phases, startsAt, alternatives, ...settings } = await settingsOf(tx, id)
  const run = new Set(phases.flatMap((p) => (p._count.runs || p.id === session?.phaseId ? [p.id] : [])))
  const held = heldCount(phases, run)
  const state = {
    ...settings,
    alternatives: strings(alternatives),
    startsAt: startsAt?.toISOString() ?? null,
    phases: phases.map(({ _count, speakers, ...phase }) => ({ ...phase, speakers: strings(speakers) })),
  }
  return {
    ...state,
    mark: markOf(state),
    phases: state.phases.map((phase, i) => ({ ...phase, held: i < held })),
    closed: closedAt !== null,
    begun: session !== null,
  }
}

/** What the form that changes a debate is filled from. Errors: NOT_FOUND, FORBIDDEN. */
export async function debateSettings(actor: Actor, courseId: string, slug: string): Promise<DebateSettings> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ courseId, slug }, visibleDebates(actor)] },
    select: { id: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'debate.manage', courseId)
  return loadSettings(db, debate.id)
}

/** The formats, and the debates of the course that a new one can be copied from, the last first. */
export async function startsFrom(actor: Actor, courseId: string): Promise<StartFrom[]> {
  authoriseMember(actor, 'debate.manage', courseId)
  const debates = await db.debate.findMany({
    where: { AND: [{ courseId }, visibleDebates(actor)] },
    orderBy: { position: 'desc' },
    take: 50,
    select: {
      ...{ motion: true, rules: true, formatName: true },
      phases: { orderBy: { position: 'asc' }, select: { ...PHASE, id: false } },
    },
  })
  const earlier = debates.map(({ motion, phases, ...rest }) => ({
    ...rest,
    name: motion,
    phases: phases.map((phase): Phase => ({ ...phase, speakers: strings(phase.speakers) })),
  }))
  return [
    ...FORMATS.map(({ name, rules, phases }) => ({ name, rules, phases, formatName: name })),
    ...earlier,
  ]
}
