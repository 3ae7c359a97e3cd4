import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, memberIn, visibleDebates } from '@/lib/policy'
import type { Lot, LotDto, RoleSheet } from '../schema'

/** Everybody of the course with their role in the debate, for the sheet on which staff give roles. */
export async function roleSheet(actor: Actor, courseId: string, slug: string): Promise<RoleSheet> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ courseId, slug }, visibleDebates(actor)] },
    select: { id: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'debate.manage', courseId)
  const members = await db.membership.findMany({
    where: {
      courseId,
      removedAt: null,
      OR: [{ role: { not: 'OBSERVER' } }, { debateRoles: { some: { debateId: debate.id } } }],
    },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    select: {
      ...{ id: true, role: true, user: { select: { name: true } }, group: { select: { name: true } } },
      debateRoles: { where: { debateId: debate.id }, select: { side: true, label: true, part: true } },
    },
  })
  return {
    debateId: debate.id,
    seats: members.map(({ id, role, user, group, debateRoles: [own] }) => ({
      ...{ membershipId: id, name: user.name, group: group?.name ?? null, student: role === 'STUDENT' },
      ...{ side: own?.side ?? null, label: own?.label ?? '', part: own?.part ?? null },
    })),
  }
}

/** The lot as it was drawn, with what drawing it again needs; null where none was. Throws NOT_FOUND. */
export async function lotOf(actor: Actor, courseId: string, debateId: string): Promise<LotDto | null> {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
  const debate = await db.debate.findFirst({
    where: { AND: [{ id: debateId, courseId }, visibleDebates(actor)] },
    select: { lotSeed: true, lot: true, roles: { select: { membershipId: true, label: true } } },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  const lot = debate.lot as Lot | null
  if (!debate.lotSeed || !lot) return null
  const people = await db.membership.findMany({
    where: { courseId, id: { in: lot.members.map((m) => m.id) } },
    select: { id: true, user: { select: { name: true } } },
  })
  return {
    seed: debate.lotSeed,
    lot,
    names: Object.fromEntries(people.map((p) => [p.id, p.user.name])),
    now: Object.fromEntries(debate.roles.map((r) => [r.membershipId, r.label])),
  }
}
