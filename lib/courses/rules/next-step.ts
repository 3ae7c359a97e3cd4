import type { RoleName } from '../schema'

type Poll = { question: string; href: string; voted: boolean }
type Assignment = { title: string; href: string; handedIn: boolean; toReview?: number; open?: boolean }
type Debate = { motion: string; href: string }
type Section = { position: number; heading: string; href: string; read: boolean; notes: number }

export type Situation = {
  base: string
  role: RoleName
  members: number
  /** Open ones alone. */
  polls: Poll[]
  /** Debates whose session is on. */
  sessions?: Debate[]
  debates: Debate[]
  assignments: Assignment[]
  /** Of every reading, in order. */
  sections: Section[]
}

export type NextStep = { verb: string; what: string; href: string }

type Ask = (s: Situation) => NextStep | false | undefined

const isStaff = (role: RoleName): boolean => role === 'INSTRUCTOR' || role === 'ASSISTANT'

const invite: Ask = (s) =>
  s.role === 'INSTRUCTOR' &&
  s.members === 1 && {
    verb: 'Get the link',
    what: 'Send your class the link to this course',
    href: `${s.base}/people`,
  }

const sit: Ask = (s) => {
  const session = s.sessions?.[0]
  return (
    session && {
      verb: isStaff(s.role) ? 'Run the session' : 'Take your seat',
      what: session.motion,
      href: session.href,
    }
  )
}

const vote: Ask = (s) => {
  const poll = s.role === 'STUDENT' && s.polls.find((p) => !p.voted)
  return poll && { verb: 'Vote', what: poll.question, href: poll.href }
}

const lead: Ask = (s) => {
  const [debate] = s.debates
  return isStaff(s.role) && debate && { verb: 'Lead the debate', what: debate.motion, href: debate.href }
}

const read: Ask = (s) => {
  const section = s.sections.find((x) => !x.read)
  return (
    section && {
      verb: s.sections.some((x) => x.read) ? 'Go on reading' : 'Begin to read',
      what: `${section.position}. ${section.heading}`,
      href: section.href,
    }
  )
}

const write: Ask = (s) => {
  const assignment = s.role === 'STUDENT' && s.assignments.find((a) => !a.handedIn && a.open !== false)
  return assignment && { verb: 'Write your critique', what: assignment.title, href: assignment.href }
}

const review: Ask = (s) => {
  const assignment = s.role === 'STUDENT' && s.assignments.find((a) => (a.toReview ?? 0) > 0)
  if (!assignment) return false
  const n = assignment.toReview ?? 0
  return {
    verb: n === 1 ? 'Review a critique' : `Review ${n} critiques`,
    what: assignment.title,
    href: `${assignment.href}/reviews`,
  }
}

const argue: Ask = (s) => {
  const [debate] = s.debates
  return (
    debate && {
      verb: s.role === 'OBSERVER' ? 'Follow the debate' : 'Join the debate',
      what: debate.motion,
      href: debate.href,
    }
  )
}

/** Where the class has written most. */
const margins: Ask = (s) => {
  const [most] = [...s.sections].sort((a, b) => b.notes - a.notes)
  return most && { verb: 'See the margins', what: `${most.position}. ${most.heading}`, href: most.href }
}

/** The one thing to do now; null where the course is still empty. */
export function nextStep(situation: Situation): NextStep | null {
  for (const ask of [invite, sit, vote, lead, read, write, review, argue, margins]) {
    const step = ask(situation)
    if (step) return step
  }
  return null
}
