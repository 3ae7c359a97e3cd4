// Without zod, so that client components can import it.
import type { Role } from '@/lib/generated/prisma/enums'

export const ROLES = ['INSTRUCTOR', 'ASSISTANT', 'STUDENT', 'OBSERVER'] as const satisfies readonly Role[]
export type RoleName = (typeof ROLES)[number]

/** Said of a role wherever somebody chooses one. */
export const ROLE_TEXT: Record<RoleName, { one: string; many: string; does: string }> = {
  INSTRUCTOR: {
    one: 'Instructor',
    many: 'Instructors',
    does: 'Can change the course, manage people, open votes and debates, and grade.',
  },
  ASSISTANT: {
    one: 'Assistant',
    many: 'Assistants',
    does: 'Can lead debates and grade beside the instructor, but not manage people.',
  },
  STUDENT: {
    one: 'Student',
    many: 'Students',
    does: 'Can write in the margins, debate, vote in secret, and write and review critiques.',
  },
  OBSERVER: {
    one: 'Observer',
    many: 'Observers',
    does: 'Can see what the whole course sees, but not write.',
  },
}

export type MemberRow = {
  id: string
  userId: string
  name: string
  about: string
  role: RoleName
  groupId: string | null
  group: string | null
  /** Only for who manages the members; else an empty text. */
  email: string
}
