import type { Part } from '../set-up/roles'

export type Side = 'FOR' | 'AGAINST'
/** The labels of the speakers' places, in order. */
export type Seats = Record<Side, string[]>

/** The label of the nth place of a side (from 0): those that there are, then on in the same manner. */
export function seatLabel(seats: readonly string[], n: number, fallback: string): string {
  const given = seats[n]
  if (given) return given
  const prefix = /^(.*?)\d+$/.exec(seats.at(-1) ?? '')?.[1] ?? fallback
  return `${prefix}${n + 1}`
}

/** What somebody does by the name of the role alone. */
export function partOf(label: string): Part {
  const name = label.trim().toLowerCase()
  if (name === 'chair' || name === 'moderator') return 'CHAIR'
  if (name === 'timekeeper') return 'TIMEKEEPER'
  return name === 'juror' || name === 'jury' || name === 'judge' ? 'JUROR' : 'SPEAKER'
}

type Taken = { side: Side | null; part: Part }

/**
 * Whether somebody who now stands on `from` may go to `to` (null: on neither): afterwards the sides differ by one at
 * most. Answers a sentence where they may not.
 */
export function whyNotTake(roles: readonly Taken[], from: Side | null, to: Side | null): string | null {
  const count = (side: Side) =>
    roles.filter((r) => r.part === 'SPEAKER' && r.side === side).length +
    (to === side ? 1 : 0) -
    (from === side ? 1 : 0)
  const [pro, con] = [count('FOR'), count('AGAINST')]
  if (from === to || Math.abs(pro - con) <= 1) return null
  if (to === null)
    return 'Your side would then be two behind. Ask somebody of the other side to step down too.'
  return `That side would then have two more than the other. Wait until somebody joins the ${to === 'FOR' ? 'Opposition' : 'Proposition'}.`
}

type Named = Taken & { membershipId: string; label: string }

/** What is wrong with a list of roles, in a sentence: two chairs, two with one place, somebody twice. */
export function whyNotRoles(roles: readonly Named[]): string | null {
  const people = new Set(roles.map((r) => r.membershipId))
  if (people.size < roles.length) return 'Somebody has two roles. Each has one.'
  for (const [part, name] of [
    ['CHAIR', 'chair'],
    ['TIMEKEEPER', 'timekeeper'],
  ] as const)
    if (roles.filter((r) => r.part === part).length > 1) return `A debate has one ${name}.`
  const labels = roles.filter((r) => r.part === 'SPEAKER').map((r) => r.label.toLowerCase())
  const twice = labels.find((label, i) => labels.indexOf(label) < i)
  if (twice) return `Two speakers have the place ${twice.toUpperCase()}. Give each a place of their own.`
  const nowhere = roles.find((r) => r.part === 'SPEAKER' && r.side === null)
  return nowhere ? `${nowhere.label} is a speaker without a side. Choose one.` : null
}
