import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { type Actor, authorise } from '@/lib/policy'
import type { Account, DemoPerson, SitePerson } from './schema'

/** Whether the installation still waits for its owner. A demo has people without having an owner. */
export async function needsOwner(): Promise<boolean> {
  const owner = await db.user.findFirst({ where: { siteOwner: true }, select: { id: true } })
  if (owner) return false
  return !(env().COLLOQUY_DEMO && (await db.user.findFirst({ select: { id: true } })))
}

const ORDER = ['INSTRUCTOR', 'ASSISTANT', 'STUDENT', 'OBSERVER', 'OWNER']

/** The demo people, the instructor first; nobody where the demo is off. */
export async function demoPeople(): Promise<DemoPerson[]> {
  if (!env().COLLOQUY_DEMO) return []
  const people = await db.user.findMany({
    where: { demo: true },
    orderBy: { name: 'asc' },
    take: 100,
    select: {
      id: true,
      name: true,
      about: true,
      siteOwner: true,
      memberships: {
        where: { removedAt: null },
        orderBy: { createdAt: 'asc' },
        take: 1,
        select: { role: true },
      },
    },
  })
  return people
    .map(({ id, name, about, siteOwner, memberships }) => ({
      userId: id,
      name,
      about,
      role: memberships[0]?.role ?? (siteOwner ? 'OWNER' : 'OBSERVER'),
    }))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
}

/** One's own account. */
export async function ownAccount(actor: Actor): Promise<Account> {
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      demo: true,
      passwordHash: true,
      _count: { select: { sessions: { where: { expiresAt: { gt: actor.at } } } } },
    },
  })
  if (!user) throw new AppError('NOT_FOUND')
  const { passwordHash, _count, ...rest } = user
  return { ...rest, hasPassword: passwordHash !== null, sessions: _count.sessions }
}

/** Everybody with an account, for the site owner. */
export async function sitePeople(actor: Actor): Promise<SitePerson[]> {
  authorise(actor, 'site.manage', null)
  const people = await db.user.findMany({
    orderBy: { name: 'asc' },
    take: 1000,
    select: {
      id: true,
      name: true,
      email: true,
      siteOwner: true,
      createdAt: true,
      _count: { select: { memberships: { where: { removedAt: null } } } },
    },
  })
  return people.map(({ _count, createdAt, ...person }) => ({
    ...person,
    courses: _count.memberships,
    createdAt: createdAt.toISOString(),
  }))
}
