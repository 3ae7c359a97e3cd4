import { z } from 'zod'
import type { Side } from '../rules/seats'
import type { Part } from '../set-up/roles'
import type { PhaseDto } from '../set-up/schema'

const Text = z.string().trim().min(1, 'Write what was said.').max(2000, 'Use at most 2,000 characters.')
const SideChoice = z.enum(['FOR', 'AGAINST']).nullable()

const Moves = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['start', 'pause', 'resume', 'next', 'back']) }),
  z.object({
    act: z.literal('extend'),
    minutes: z
      .int()
      .min(-60)
      .max(60)
      .refine((n) => n !== 0),
  }),
  z.object({ act: z.literal('go'), phaseId: z.uuid() }),
  z.object({ act: z.literal('end'), abandon: z.boolean().default(false) }),
])

/** What whoever runs a session does to it. */
export const ControlSession = z.intersection(
  z.object({
    debate: z.uuid(),
    /** Where the sender saw the session stand; an older one is refused with the present state. */
    revision: z.int().min(0),
  }),
  Moves,
)
export type ControlSession = z.output<typeof ControlSession>

/** A hand of one's own goes up or down; the others are for whoever runs the session (`done` also for the speaker). */
export const ChangeHand = z.intersection(
  z.object({ debate: z.uuid() }),
  z.discriminatedUnion('act', [
    z.object({ act: z.literal('raise') }),
    z.object({ act: z.literal('lower'), hand: z.uuid().optional() }),
    z.object({ act: z.literal('call'), hand: z.uuid() }),
    /** Calls on somebody whose hand is not up. */
    z.object({ act: z.literal('invite'), member: z.uuid() }),
    z.object({ act: z.literal('done'), hand: z.uuid() }),
    /** Back into the queue: what was called or put down by mistake. */
    z.object({ act: z.literal('wait'), hand: z.uuid() }),
    z.object({ act: z.literal('move'), hand: z.uuid(), to: z.int().min(0).max(10_000) }),
  ]),
)
export type ChangeHand = z.output<typeof ChangeHand>

export const AddStatement = z.object({
  /** Made by the sender, so that a request sent twice is one statement. */
  id: z.uuid().optional(),
  debateId: z.uuid(),
  /** Left out: the writer. Somebody else is noted by the timekeeper, the chair or the staff. */
  speakerId: z.uuid().optional(),
  /** Left out: that of the speaker's role. */
  side: SideChoice.optional(),
  text: Text,
})
export type AddStatement = z.output<typeof AddStatement>

export const EditStatement = z.object({ id: z.uuid(), text: Text, side: SideChoice })
export type EditStatement = z.output<typeof EditStatement>

export const StatementId = z.object({ id: z.uuid() })
export type StatementId = z.output<typeof StatementId>

/** A statement's point in the argument. */
export const ClaimStatement = z.object({
  id: z.uuid(),
  claimId: z.uuid().optional(),
  parentId: z.uuid().nullable().default(null),
  relation: z.enum(['SUPPORTS', 'OPPOSES']),
  text: z.string().trim().min(1, 'Write the claim.').max(1000, 'Use at most 1,000 characters.'),
})
export type ClaimStatement = z.output<typeof ClaimStatement>

export type VoteRef = { id: string; slug: string; method: 'PLURALITY' | 'RANKED'; open: boolean }

/** Where the session stands, as every screen hears it. Times are milliseconds of the database's clock. */
export type ClockDto = {
  revision: number
  state: 'READY' | 'RUNNING' | 'PAUSED' | 'ENDED'
  phaseId: string | null
  endsAt: number | null
  leftMs: number | null
  /** When this was so. */
  now: number
  /** Phases that were held and left. */
  left: string[]
  /** The ballots of the phase that is on. */
  votes: VoteRef[]
}

export type HandDto = {
  id: string
  memberId: string
  name: string
  side: Side | null
  /** How often they have spoken before. */
  times: number
  raisedAt: number
  calledAt: number | null
  /** Put there by whoever runs the session. */
  placed: boolean
}

export type FloorDto = {
  speaking: HandDto | null
  /** In the order in which they are called. */
  waiting: HandDto[]
  /** How often each has spoken, by member; who is not in it has not been heard. */
  spoken: Record<string, number>
}

export type StatementDto = {
  id: string
  number: number
  speakerId: string
  speaker: string
  byId: string
  side: Side | null
  /** The phase that it was said in. */
  phaseId: string | null
  text: string
  claim: number | null
  at: string
  edited: boolean
}

export type SessionRole = { memberId: string; name: string; side: Side | null; label: string; part: Part }

/** All that the three screens are made of; each gets what it shows. */
export type SessionPage = {
  debate: { id: string; slug: string; motion: string; formatName: string; closed: boolean }
  phases: PhaseDto[]
  clock: ClockDto
  floor: FloorDto
  statements: StatementDto[]
  roles: SessionRole[]
  /** How many have voted, by poll, and how many may. */
  turnout: Record<string, number>
  voters: number
  /** The course's last event when this was read. */
  seq: number
  me: { memberId: string; role: SessionRole | null; student: boolean }
  can: { control: boolean; raise: boolean; write: boolean; note: boolean }
}

export type PersonDto = { id: string; name: string; side: Side | null; label: string; student: boolean }
