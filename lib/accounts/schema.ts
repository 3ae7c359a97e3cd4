import { z } from 'zod'

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'That address is too long.')
  .pipe(z.email('Write an e-mail address, like name@example.org.'))

export const Password = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.')

export const PersonName = z.string().trim().min(1, 'Write a name.').max(80, 'Use at most 80 characters.')

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(200) })
export const SignUp = z.object({ name: PersonName, email: Email, password: Password })
export type SignUp = z.output<typeof SignUp>

export const FirstOwner = SignUp.extend({ setupCode: z.string().min(1, 'Copy the code from the terminal.') })
export type FirstOwner = z.output<typeof FirstOwner>
export const ChangePassword = z.object({ current: z.string().max(200), next: Password })
export type ChangePassword = z.output<typeof ChangePassword>
export const ChangeName = z.object({ name: PersonName })
export const Nothing = z.object({})

export type DemoPerson = { userId: string; name: string; about: string; role: string }

/** One's own account, as /account shows it. */
export type Account = { name: string; email: string; demo: boolean; hasPassword: boolean; sessions: number }

/** A person as the site owner's list shows them. */
export type SitePerson = {
  id: string
  name: string
  email: string
  siteOwner: boolean
  courses: number
  createdAt: string
}
