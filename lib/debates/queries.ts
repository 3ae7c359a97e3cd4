import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, isStaffRole, may, memberIn, visibleDebates, visiblePolls } from '@/lib/policy'
import { claimsOf, ownJudgements, placedClaims } from './claims/read'
import { CLAIM_SKELETONS } from './claims-sql'
import { claimTree, type Node, standing } from './rules/tree'
import type { DebatePage, DebateSummary, VoteDto } from './schema'
import { surroundings } from './set-up/surroundings'

type Skeleton = Node & { debateId: string; sourced: boolean }

/** The course's debates, the last first, with how they stand. Two statements. */
export async function listDebates(actor: Actor, courseId: string): Promise<DebateSummary[]> {
  const debates = await db.debate.findMany({
    where: { AND: [{ courseId }, visibleDebates(actor)] },
    orderBy: { position: 'desc' },
    select: { id: true, slug: true, motion: true, formatName: true, createdAt: true, closedAt: true },
  })
  if (debates.length === 0) return []
  const { rows } = await pool().query<Skeleton>({
    name: 'claim-skeletons',
    text: CLAIM_SKELETONS,
    values: [debates.map((d) => d.id)],
  })
  const claims = new Map<string, Skeleton[]>(debates.map((d) => [d.id, []]))
  for (const row of rows) claims.get(row.debateId)?.push(row)
  return debates.map(({ createdAt, closedAt, ...debate }) => ({
    ...debate,
    at: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    standing: standing(claimTree(claims.get(debate.id) ?? [])),
  }))
}

const pollsOf = (actor: Actor, debateId: string) =>
  db.poll.findMany({
    where: { AND: [{ debateId }, visiblePolls(actor)] },
    orderBy: [{ opensAt: 'asc' }, { waveIndex: 'asc' }],
    select: { slug: true, question: true, wave: true, opensAt: true, closedAt: true },
  })

type PollRow = Awaited<ReturnType<typeof pollsOf>>[number]

const voteDto = ({ opensAt, closedAt, ...poll }: PollRow, courseSlug: string, now: Date): VoteDto => ({
  ...poll,
  href: `/courses/${courseSlug}/explain/polls/${poll.slug}`,
  state: closedAt ? 'CLOSED' : opensAt > now ? 'UPCOMING' : 'OPEN',
  opensAt: opensAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
})

const asStrings = (json: unknown): string[] =>
  Array.isArray(json) ? json.filter((item): item is string => typeof item === 'string') : []

/** A debate with everything on its page: five statements, however many claims there are. Throws NOT_FOUND. */
export async function debatePage(actor: Actor, courseId: string, slug: string): Promise<DebatePage> {
  const member = memberIn(actor, courseId)
  const debate = await db.debate.findFirst({ where: { AND: [{ courseId, slug }, visibleDebates(actor)] } })
  if (!member || !debate) throw new AppError('NOT_FOUND')
  const staff = isStaffRole(member.role)
  const around = await surroundings(debate.id)
  const { courseSlug } = around
  const [argument, own, polls] = await Promise.all([
    claimsOf(debate.id, { courseSlug, staff }),
    ownJudgements(debate.id, member.id),
    pollsOf(actor, debate.id),
  ])
  const open = debate.closedAt === null
  const claims = placedClaims(argument.claims)
  return {
    ...{ id: debate.id, slug, courseId, motion: debate.motion, formatName: debate.formatName, claims },
    merged: argument.merged,
    judgements: own,
    alternatives: asStrings(debate.alternatives),
    backgroundHtml: renderMarkdown(debate.background),
    rulesHtml: renderMarkdown(debate.rules),
    chairNoteHtml: staff ? renderMarkdown(debate.chairNote) : '',
    at: debate.createdAt.toISOString(),
    closedAt: debate.closedAt?.toISOString() ?? null,
    standing: standing(claims),
    phases: around.phases,
    sideChoice: debate.sideChoice,
    begun: around.begun,
    startsAt: debate.startsAt?.toISOString() ?? null,
    roles: around.roles.map(({ memberId, ...role }) => ({ ...role, mine: memberId === member.id })),
    exchanges: around.exchanges.map(({ title, turns }) => ({
      title,
      turns: turns.map(({ words, ...turn }) => ({ ...turn, html: renderMarkdown(words) })),
    })),
    votes: polls.map((poll) => voteDto(poll, courseSlug, actor.at)),
    can: {
      manage: may(actor, 'debate.manage', courseId),
      add: may(actor, 'claim.add', courseId, { open }),
      judge: may(actor, 'claim.judge', courseId, { open }),
      merge: may(actor, 'claim.merge', courseId, { open }),
      take: may(actor, 'side.take', courseId, { open }),
    },
  }
}
