import 'server-only'
import { wordsOf } from '@/lib/critiques/queries/shape'
import { db } from '@/lib/db'
import { claimCode } from '@/lib/debates/rules/tree'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import {
  type Actor,
  may,
  memberIn,
  visibleClaims,
  visibleCritiques,
  visibleDebates,
  visibleMembers,
  visibleNotes,
  visiblePolls,
  visibleReviews,
} from '@/lib/policy'
import type { Dossier } from './schema'

async function subject(actor: Actor, courseId: string, memberId: string) {
  const mine = memberIn(actor, courseId)?.id === memberId
  if (!mine && !may(actor, 'desk.view', courseId)) throw new AppError('NOT_FOUND')
  const member = await db.membership.findFirst({
    where: { AND: [{ id: memberId, courseId }, visibleMembers(actor)] },
    select: {
      ...{ id: true, createdAt: true },
      user: { select: { name: true, about: true } },
      group: { select: { name: true } },
      course: { select: { slug: true } },
    },
  })
  if (!member) throw new AppError('NOT_FOUND')
  return member
}

async function notes(actor: Actor, memberId: string, base: string): Promise<Dossier['notes']> {
  const rows = await db.note.findMany({
    where: {
      AND: [{ authorId: memberId, deletedAt: null, kind: { not: 'HIGHLIGHT' } }, visibleNotes(actor)],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, exact: true, bodyHtml: true, createdAt: true, kind: true },
      section: {
        select: { position: true, heading: true, reading: { select: { slug: true, title: true } } },
      },
    },
  })
  return rows.map(({ section: { reading, position, heading }, createdAt, bodyHtml, exact, ...note }) => ({
    ...note,
    where: `${reading.title}, ${heading}`,
    href: `${base}/readings/${reading.slug}/${position}?note=${note.id}`,
    quote: exact,
    html: bodyHtml,
    at: createdAt.toISOString(),
  }))
}

async function claims(actor: Actor, memberId: string, base: string): Promise<Dossier['claims']> {
  const rows = await db.claim.findMany({
    where: { AND: [{ authorId: memberId, deletedAt: null }, visibleClaims(actor)] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, number: true, text: true, createdAt: true },
      debate: { select: { slug: true, motion: true } },
    },
  })
  return rows.map(({ debate, text, createdAt, ...claim }) => ({
    ...claim,
    debate: debate.motion,
    href: `${base}/debates/${debate.slug}#${claimCode(claim.number)}`,
    html: renderMarkdown(text),
    at: createdAt.toISOString(),
  }))
}

async function statements(actor: Actor, memberId: string): Promise<Dossier['statements']> {
  const rows = await db.statement.findMany({
    where: { speakerId: memberId, deletedAt: null, debate: visibleDebates(actor) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, text: true, createdAt: true, debate: { select: { motion: true } } },
  })
  return rows.map(({ id, text, createdAt, debate }) => ({
    ...{ id, debate: debate.motion },
    html: renderMarkdown(text),
    at: createdAt.toISOString(),
  }))
}

/** Which closed votes the member took part in. How, is known to nobody. */
const votes = (actor: Actor, memberId: string): Promise<Dossier['votes']> =>
  db.poll.findMany({
    where: {
      AND: [
        { closedAt: { not: null }, participations: { some: { membershipId: memberId } } },
        visiblePolls(actor),
      ],
    },
    orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
    select: { question: true, wave: true },
  })

async function critiques(actor: Actor, memberId: string, base: string): Promise<Dossier['critiques']> {
  const rows = await db.critique.findMany({
    where: { AND: [{ authorId: memberId, submittedAt: { not: null } }, visibleCritiques(actor)] },
    orderBy: { submittedAt: 'asc' },
    select: {
      ...{ id: true, submittedAt: true },
      assignment: { select: { slug: true, title: true } },
      submissions: { orderBy: { number: 'desc' }, take: 1, select: { content: true } },
    },
  })
  return rows.map(({ id, submittedAt, assignment, submissions }) => ({
    ...{ id, assignment: assignment.title, href: `${base}/critiques/${assignment.slug}/${id}` },
    submittedAt: submittedAt?.toISOString() ?? '',
    words: submissions[0] ? wordsOf(submissions[0]) : 0,
  }))
}

/** The reviews themselves, without whose critiques they are about: the page may be printed and handed on. */
async function reviews(actor: Actor, memberId: string): Promise<Dossier['reviews']> {
  const rows = await db.review.findMany({
    where: { AND: [{ reviewerId: memberId, hiddenAt: null }, visibleReviews(actor)] },
    orderBy: { id: 'asc' },
    select: { id: true, comment: true, critique: { select: { assignment: { select: { title: true } } } } },
  })
  return rows.map(({ id, comment, critique }) => ({
    ...{ id, assignment: critique.assignment.title, html: renderMarkdown(comment) },
  }))
}

async function reading(courseId: string, memberId: string): Promise<Dossier['reading']> {
  const published = { retiredAt: null, reading: { courseId, publishedAt: { not: null } } }
  const [of, read] = await Promise.all([
    db.section.count({ where: published }),
    db.progress.count({ where: { membershipId: memberId, section: published } }),
  ])
  return { read, of }
}

/**
 * One member's whole contribution, for the staff and for the member: what others can see of it, seen by whoever asks
 * (a private note is on its author's page alone). Ten statements. Errors: NOT_FOUND.
 */
export async function dossier(actor: Actor, courseId: string, memberId: string): Promise<Dossier> {
  const member = await subject(actor, courseId, memberId)
  const base = `/courses/${member.course.slug}`
  const [read, written, claimed, said, voted, handedIn, reviewed] = await Promise.all([
    reading(courseId, memberId),
    notes(actor, memberId, base),
    claims(actor, memberId, base),
    statements(actor, memberId),
    votes(actor, memberId),
    critiques(actor, memberId, base),
    reviews(actor, memberId),
  ])
  return {
    memberId,
    ...{ name: member.user.name, about: member.user.about, group: member.group?.name ?? null },
    joinedAt: member.createdAt.toISOString(),
    ...{ reading: read, notes: written, claims: claimed, statements: said, votes: voted },
    ...{ critiques: handedIn, reviews: reviewed },
  }
}
