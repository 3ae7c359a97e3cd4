/** The words of a debate's set-up: for forms and screens, without zod. */

export const PHASE_KINDS = [
  'PRE_VOTE',
  'OPENING',
  'CONFERENCE',
  'REBUTTAL',
  'CROSS_EXAMINATION',
  'FLOOR',
  'CLOSING',
  'POST_VOTE',
  'DEBRIEF',
  'DISCUSSION',
] as const
export type PhaseKind = (typeof PHASE_KINDS)[number]

export const KIND_NAMES: Record<PhaseKind, string> = {
  PRE_VOTE: 'First vote',
  OPENING: 'Opening',
  CONFERENCE: 'Conference',
  REBUTTAL: 'Rebuttal',
  CROSS_EXAMINATION: 'Cross-examination',
  FLOOR: 'Floor',
  CLOSING: 'Closing',
  POST_VOTE: 'Second vote',
  DEBRIEF: 'Debrief',
  DISCUSSION: 'Discussion',
}

export const PARTS = ['SPEAKER', 'CHAIR', 'TIMEKEEPER', 'JUROR'] as const
export type Part = (typeof PARTS)[number]

export const PART_NAMES: Record<Part, string> = {
  SPEAKER: 'Speaker',
  CHAIR: 'Chair',
  TIMEKEEPER: 'Timekeeper',
  JUROR: 'Juror',
}

export const SIDE_CHOICES = ['ASSIGNED', 'CHOSEN', 'LOT'] as const
export type SideChoice = (typeof SIDE_CHOICES)[number]

export const SIDE_CHOICE_NAMES: Record<SideChoice, string> = {
  ASSIGNED: 'Assigned by the staff',
  CHOSEN: 'Chosen by the students',
  LOT: 'Drawn by lot',
}
