import { z } from 'zod'

export const HandleReport = z.object({
  id: z.uuid(),
  /** What was done, for the log: "Hidden", "Spoke with the author". */
  outcome: z.string().trim().min(1, 'Say what you did.').max(300, 'Use at most 300 characters.'),
})
export type HandleReport = z.output<typeof HandleReport>

/** A question of the class that waits: nobody but its author has answered, and nobody has resolved it. */
export type OpenQuestion = {
  id: string
  author: string
  excerpt: string
  /** "Reading companion, 2. The distribution of power" */
  where: string
  href: string
  at: string
  /** How many others have it too. */
  same: number
}

export type LiveThing = { kind: 'vote' | 'debate'; title: string; href: string; detail: string }
export type DueThing = { title: string; href: string; dueAt: string; handedIn: number; of: number }
export type ReportDto = {
  id: string
  about: 'note' | 'claim'
  reporter: string
  author: string
  reason: string
  excerpt: string
  href: string
  hidden: boolean
  at: string
}
/** `lastAt` is the latest trace of any kind but a vote, whose time is kept nowhere; null where there is none. */
export type QuietMember = {
  memberId: string
  name: string
  group: string | null
  lastAt: string | null
  did: string
}

export type Desk = {
  live: LiveThing[]
  due: DueThing[]
  questions: OpenQuestion[]
  moreQuestions: number
  reports: ReportDto[]
  quiet: QuietMember[]
  students: number
  quietDays: number
}

/** A passage that troubles the class, with the questions behind it. */
export type TroubledPassage = {
  key: string
  where: string
  excerpt: string
  href: string
  /** Members who asked an open question there or have it too, each counted once. */
  members: number
  questions: OpenQuestion[]
}

export type AuditEntry = {
  seq: number
  at: string
  who: string
  what: string
  about: string | null
  href: string | null
}
export type AuditPage = { entries: AuditEntry[]; older: number | null }

/** Everything that one member has done in the course, as far as whoever asks may see it. */
export type Dossier = {
  memberId: string
  name: string
  about: string
  group: string | null
  joinedAt: string
  reading: { read: number; of: number }
  notes: {
    id: string
    where: string
    href: string
    quote: string | null
    html: string
    at: string
    kind: string
  }[]
  claims: { id: string; debate: string; number: number; href: string; html: string; at: string }[]
  statements: { id: string; debate: string; html: string; at: string }[]
  votes: { question: string; wave: string }[]
  critiques: { id: string; assignment: string; href: string; submittedAt: string; words: number }[]
  reviews: { id: string; assignment: string; html: string }[]
}

/** `day` is a calendar day of the course's clocks; `read` counts students. */
export type DeskCharts = {
  activity: { day: string; written: number; writers: number }[]
  reading: { id: string; section: string; read: number }[]
}
