import { z } from 'zod'

export const ROLES = ['INSTRUCTOR', 'ASSISTANT', 'STUDENT', 'OBSERVER'] as const
export type RoleName = (typeof ROLES)[number]

export const Slug = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const NewCourse = z.object({
  title: z.string().trim().min(1, 'Write a title.').max(200, 'Use at most 200 characters.'),
  slug: Slug.optional(),
  term: z.string().trim().max(80).default(''),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone from the list.').default('UTC'),
  description: z.string().trim().max(20_000).default(''),
})
export type NewCourse = z.output<typeof NewCourse>

/** The course as every page of it knows it. */
export type CourseFrame = {
  id: string
  slug: string
  title: string
  term: string
  timeZone: string
  archived: boolean
  /** The number of the last event when the page was made: the stream goes on from there. */
  seq: number
  viewer: {
    memberId: string
    userId: string
    name: string
    role: RoleName
    groupId: string | null
    demo: boolean
  }
}
