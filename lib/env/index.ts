import { z } from 'zod'

const flag = z
  .string()
  .optional()
  .transform((v) => v === '1' || v === 'true')

const Env = z.object({
  DATABASE_URL: z.string().min(1, 'DATABASE_URL is not set'),
  NEXTAUTH_SECRET: z.string().min(16, 'NEXTAUTH_SECRET must have at least 16 characters'),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  /** One-click demo people on the sign-in page. Set by `npm start` where it brings its own database. */
  COLLOQUY_DEMO: flag,
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Single sign-on'),
  /** Link a first OpenID Connect sign-in to the account with the same verified address. */
  OIDC_TRUST_EMAIL: flag,
  /** "smtps://user:password@mail.example.org". Without it mail stays in the outbox (/site/outbox). */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Colloquy <colloquy@localhost>'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The address a reverse proxy reports is believed only when this says that there is one. */
  TRUST_PROXY: flag,
})

let parsed: z.infer<typeof Env> | undefined

/** The environment, checked once. Throws a sentence naming the variable at fault. */
export function env(): z.infer<typeof Env> {
  if (parsed) return parsed
  const result = Env.safeParse(process.env)
  if (!result.success)
    throw new Error(
      `Environment: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    )
  parsed = result.data
  return parsed
}
