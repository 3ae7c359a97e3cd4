import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, isStaffRole, may, memberIn, visibleDebates, visiblePolls } from '@/lib/policy'
import { claimDtos, claimRows } from './claims/read'
import { CLAIM_SKELETONS, SURROUNDINGS } from './claims-sql'
import { claimTree, type Node, standing } from './rules/tree'
import type { DebatePage, DebateSummary, Phase, RoleDto, TurnDto, VoteDto } from './schema'

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

type Surroundings = {
  courseSlug: string
  phases: Phase[]
  roles: (Omit<RoleDto, 'mine'> & { memberId: string })[]
  exchanges: { title: string; turns: (Omit<TurnDto, 'html'> & { words: string })[] }[]
}

async function surroundings(debateId: string): Promise<Surroundings> {
  const { rows } = await pool().query<Surroundings>({
    name: 'debate-surroundings',
    text: SURROUNDINGS,
    values: [debateId],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0]
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

/** A debate with everything on its page: four statements, however many claims there are. Throws NOT_FOUND. */
export async function debatePage(actor: Actor, courseId: string, slug: string): Promise<DebatePage> {
  const member = memberIn(actor, courseId)
  const debate = await db.debate.findFirst({ where: { AND: [{ courseId, slug }, visibleDebates(actor)] } })
  if (!member || !debate) throw new AppError('NOT_FOUND')
  const [around, rows, polls] = await Promise.all([
    surroundings(debate.id),
    claimRows(debate.id),
    pollsOf(actor, debate.id),
  ])
  const staff = isStaffRole(member.role)
  const { courseSlug } = around
  const open = debate.closedAt === null
  const claims = claimDtos(actor, rows, { courseId, open, reader: { courseSlug, staff } })
  return {
    ...{ id: debate.id, slug, courseId, motion: debate.motion, formatName: debate.formatName, claims },
    alternatives: asStrings(debate.alternatives),
    backgroundHtml: renderMarkdown(debate.background),
    rulesHtml: renderMarkdown(debate.rules),
    chairNoteHtml: staff ? renderMarkdown(debate.chairNote) : '',
    at: debate.createdAt.toISOString(),
    closedAt: debate.closedAt?.toISOString() ?? null,
    standing: standing(claims),
    phases: around.phases,
    roles: around.roles.map(({ memberId, ...role }) => ({ ...role, mine: memberId === member.id })),
    exchanges: around.exchanges.map(({ title, turns }) => ({
      title,
      turns: turns.map(({ words, ...turn }) => ({ ...turn, html: renderMarkdown(words) })),
    })),
    votes: polls.map((poll) => voteDto(poll, courseSlug, actor.at)),
    can: {
      manage: may(actor, 'debate.manage', courseId),
      add: may(actor, 'claim.add', courseId, { open }),
    },
  }
}
