import { z } from 'zod'
import type { Certificate } from './certificate/types'
import type { Fault } from './formats/election'
import type { Apart } from './rules/apart'
import type { Pools } from './rules/count'
import type { CauseCount } from './rules/moved-by'
import type { Shifts } from './rules/shifts'
import type { ShownFlow } from './rules/suppress'
import type { Tally } from './rules/tally'
import { METHODS, MOST_BYTES, MOST_CAUSES, MOST_OPTIONS, type PollMethodName, RULES } from './vocabulary'

export type { PollMethodName } from './vocabulary'

const Slug = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')
const Line = (most: number, empty: string) => z.string().trim().min(1, empty).max(most)

const Option = z.object({
  code: z
    .string()
    .trim()
    .min(1, 'Give each option a code.')
    .max(12)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'A code is letters and digits, such as H1.'),
  label: Line(200, 'Write each option.'),
  shortLabel: z.string().trim().min(1).max(30).optional(),
  /** The explanation of the course that the option stands for. */
  explanationCode: z.string().optional(),
})
export type PollOptionInput = z.output<typeof Option>

/** For a poll on the motion of a debate. */
export const MOTION_OPTIONS: PollOptionInput[] = [
  { code: 'for', label: 'For' },
  { code: 'against', label: 'Against' },
  { code: 'undecided', label: 'Undecided' },
]

export const CreatePollSeries = z.object({
  courseId: z.uuid(),
  title: Line(200, 'Write the question.'),
  slug: Slug.optional(),
})
export type CreatePollSeries = z.output<typeof CreatePollSeries>

const suits = ({ method, rule }: { method: PollMethodName; rule: string }): boolean =>
  rule === '' || (RULES[method] as readonly string[]).includes(rule)
const UNSUITED = { path: ['rule'], message: 'These ballots cannot be counted that way.' }

/** A wave of a question: of a series that there is (`seriesId`), or of one made with it (`question`). */
export const OpenPoll = z
  .object({
    courseId: z.uuid(),
    seriesId: z.uuid().optional(),
    question: Line(300, 'Write the question.'),
    /** "before the debate": what tells this vote from the other votes on the same question. */
    wave: z.string().trim().max(80).default(''),
    slug: Slug.optional(),
    method: z.enum(METHODS),
    /** One of RULES[method]; empty for the usual one. */
    rule: z.string().max(20).default(''),
    /** Every explanation of the course, in order; or options of one's own. */
    options: z.union([
      z.literal('explanations'),
      z
        .array(Option)
        .min(2, 'Write at least two options.')
        .max(MOST_OPTIONS, 'A poll has at most twelve options.'),
    ]),
    hiddenUntilClose: z.boolean().default(true),
    debateId: z.uuid().optional(),
  })
  .refine(suits, UNSUITED)
export type OpenPoll = z.output<typeof OpenPoll>
/** A wave that a phase of its debate opens and closes. */
export type OpenWave = OpenPoll & { phaseId?: string }

/** What a voter names as what moved them: a claim of the poll's debate, or evidence of the course. */
const Cause = z.object({ kind: z.enum(['CLAIM', 'EVIDENCE']), id: z.uuid() })
export type Cause = z.output<typeof Cause>

export const CastBallot = z.object({
  pollId: z.uuid(),
  /** Tiers of option codes, best first; options in one tier are level, options left out are level last. */
  ranking: z
    .array(z.array(z.string().max(12)).max(MOST_OPTIONS))
    .max(MOST_OPTIONS)
    .default([]),
  /** By option code: 1 approves; 0 to 5; or points, 100 together. An option left out has 0. */
  scores: z
    .record(z.string().max(12), z.number().int().min(0).max(100))
    .refine((scores) => Object.keys(scores).length <= MOST_OPTIONS)
    .default({}),
  /** Left out: as they were. */
  causes: z.array(Cause).max(MOST_CAUSES, 'Name at most five.').optional(),
  reason: z.string().trim().max(600, 'Use at most 600 characters.').default(''),
})
export type CastBallot = z.output<typeof CastBallot>

export const ClosePoll = z.object({
  pollId: z.uuid(),
  /** No further wave is planned: the key that links a voter's ballots across waves is destroyed too. */
  last: z.boolean().default(false),
})
export type ClosePoll = z.output<typeof ClosePoll>

/** Ballots of a file, to be looked at before they are counted. `method` says what its numbers are. */
export const PreviewFile = z.object({
  courseId: z.uuid(),
  name: Line(200, 'The file has no name.'),
  text: z.string().max(MOST_BYTES, 'The file is too large: at most 600 KB can be counted.'),
  method: z.enum(METHODS).optional(),
})
export type PreviewFile = z.output<typeof PreviewFile>

export const CountFile = PreviewFile.extend({
  question: Line(300, 'Write the question.'),
  method: z.enum(METHODS),
  rule: z.string().max(20).default(''),
}).refine(suits, UNSUITED)
export type CountFile = z.output<typeof CountFile>

/** What a file holds, before it is counted. */
export type FilePreview = {
  title: string
  method: PollMethodName
  /** What its numbers may be. */
  methods: PollMethodName[]
  options: { code: string; label: string }[]
  ballots: number
  faults: Fault[]
}

/** Which option turned out to be so; null takes it back. */
export const ResolvePoll = z.object({ pollId: z.uuid(), code: z.string().max(12).nullable() })
export type ResolvePoll = z.output<typeof ResolvePoll>

export const EndSeries = z.object({ seriesId: z.uuid() })
export type EndSeries = z.output<typeof EndSeries>

/** Running words, with the names that are set in bold. */
export type Part = string | { name: string }
/** A result as people say it: the answer, and why it is the answer. */
export type Words = { headline: string; lede: Part[] }

/** What a voter gets back, and sees again while the poll is open. */
export type OwnBallot = PublishedBallot & { causes: Cause[] }
/** What is counted of a ballot. */
export type Marks = { ranking: string[][]; scores: Record<string, number> }
/**
 * A ballot as it is published: nothing in it tells whose it is. What moved its voter is not in it: who knows what
 * somebody argues would find their ballot by it. It is only counted.
 */
export type PublishedBallot = Marks & { receipt: string; reason: string; count?: number }

/** `hue` names a colour of app/tokens.css. */
export type PollOptionDto = {
  code: string
  label: string
  shortLabel: string
  hue: string
  explanation: string | null
}

export type PollHead = {
  id: string
  slug: string
  seriesId: string
  series: string
  wave: string
  waveIndex: number
  question: string
  method: PollMethodName
  rule: string
  /** The file that its ballots were counted from: nobody voted here. */
  importedFrom: string | null
  /** The code of the option that turned out to be so. */
  resolution: string | null
  hiddenUntilClose: boolean
  debateId: string | null
  opensAt: string
  closedAt: string | null
  /** How many have voted, of how many who may; of a file, how many ballots it had. */
  voted: number
  of: number
  /** Whether the viewer has voted. */
  mine: boolean
}

/** A ballot wherever it is cast outside the poll's own page. */
export type BallotToCast = Pick<PollHead, 'id' | 'slug' | 'question' | 'method'> & {
  options: PollOptionDto[]
  own: OwnBallot | null
  causes: (Cause & { label: string })[]
}

export type PollListItem = PollHead & { mayVote: boolean; answer: string | null }

/** A wave's place in the order, for those who come after: option code to rank, ties sharing the better one. */
export type Ranks = Record<string, number>

/** How well a question that resolved was foreseen: Brier scores, from 0 to 2. */
export type Foreseen = {
  code: string
  linear: number
  log: number | null
  /** Everyone's own, in ascending order. */
  each: number[]
}

export type PollResult = {
  ballots: number
  words: Words
  /** Every way of counting, that of the headline first; none for credences. */
  tallies: Tally[]
  /** Why each of them came out as it did. */
  certificates: Certificate[]
  /** Where the others name other winners than the first, and which ballots make it so. */
  apart: Apart[]
  /** For credences. */
  pools: Pools | null
  foreseen: Foreseen | null
  /** What ballots say, without receipts, in no order of time: for plots of how points are spread. */
  marks: Marks[]
  /** What voters name as what moved them, from three ballots on, once the poll is closed. */
  causes: (CauseCount & { label: string; href: string | null })[]
  /** Published once the poll is closed. */
  list: PublishedBallot[] | null
}

export type PollPage = PollHead & {
  options: PollOptionDto[]
  /** By name, for staff; null for everybody else, and while a running count could be read against it. */
  voters: { name: string; voted: boolean }[] | null
  own: OwnBallot | null
  /** What a voter may name as what moved them. */
  causes: (Cause & { label: string })[]
  waves: { slug: string; wave: string; open: boolean }[]
  /** The wave before this one, once both are closed. */
  /** First choices of those who voted in both waves; small groups are left out (null). */
  moved: { voters: number; before: Ranks; after: Ranks; flow: ShownFlow } | null
  /** For points instead of first choices: means, and who went up or down, in groups of three or more. */
  shifts: Shifts | null
  /** For staff: the key that links waves is still there, though no wave is open. */
  linkLeft: boolean
  previous: { slug: string; wave: string; ranks: Ranks; answer: string } | null
  result: PollResult | null
  /** Why there is no result to see. */
  why: 'hidden' | 'vote-first' | 'too-few' | null
  can: { vote: boolean; manage: boolean }
}
