import { z } from 'zod'
import { code, key, prose } from './common'
import { debateRole, speaker } from './people'

/** The parent of a claim that speaks to the motion itself. */
export const MOTION = 'M'

const phase = z.strictObject({
  number: z.int().positive(),
  title: prose,
  kind: z.enum([
    'pre-vote',
    'opening',
    'conference',
    'rebuttal',
    'cross-examination',
    'floor',
    'closing',
    'post-vote',
    'debrief',
  ]),
  minutes: z.number().positive(),
  who: prose,
  /** Who holds the floor, where `who` names speakers. */
  speakers: z.array(speaker).default([]),
  whatHappens: prose,
  /** The one thing that a student's screen asks for meanwhile. */
  asks: prose,
})

const claim = z.strictObject({
  code,
  /** M for the motion, or another claim's code. */
  parent: code,
  relation: z.enum(['supports', 'opposes', 'undercuts']),
  /** The side the claim helps in the end. */
  helps: z.enum(['for', 'against']),
  /** What it does in the argument (Toulmin 1958). */
  role: z.enum(['claim', 'grounds', 'warrant', 'backing', 'qualifier', 'rebuttal']).optional(),
  text: prose,
  source: prose,
  /** Paragraphs and observations of this seminar that the claim rests on. */
  passages: z.array(code).default([]),
  evidence: z.array(code).default([]),
})

/** By claim: its impact, 0 to 4, and how probable it is, in hundredths. */
const judgement = z.strictObject({
  by: key,
  of: z.record(code, z.tuple([z.int().min(0).max(4), z.int().min(0).max(100)])),
})

const exchange = z.strictObject({
  code,
  title: prose,
  phase: z.int().positive(),
  claims: z.array(code),
  turns: z.array(z.strictObject({ speaker: key, role: debateRole, words: prose })).min(1),
})

export const debateFile = z.strictObject({
  motion: prose,
  alternativeMotions: z.array(prose),
  format: z.enum(['oxford', 'karl-popper', 'fishbowl', 'asynchronous']),
  /** The number of the meeting at which it is held. */
  meeting: z.int().positive(),
  background: prose,
  rules: z.array(prose),
  totalMinutes: z.number().positive(),
  phases: z.array(phase).min(1),
  asynchronous: prose,
  mapNote: prose,
  claims: z.array(claim),
  /** Siblings that help only together. */
  linkedPremises: z.array(z.array(code).min(2)).default([]),
  judgements: z.array(judgement).default([]),
  noteForChair: prose,
  exchanges: z.array(exchange),
})

export type Debate = z.infer<typeof debateFile>
export type Phase = z.infer<typeof phase>
export type Claim = z.infer<typeof claim>
export type Exchange = z.infer<typeof exchange>
