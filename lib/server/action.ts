import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { networkAddress } from '@/lib/accounts/sign-in-throttle'
import type { Actor } from '@/lib/policy'
import { keepPace } from './pace'
import { invalid, type Problem, toProblem } from './problem'
import { currentActor } from './session'

export type Result<T> = { ok: true; value: T } | ({ ok: false } & Problem)

/**
 * A server action out of a schema and a command: parses, finds the actor, runs, and answers a `Result` instead of
 * throwing. Next.js checks that the request's origin is our own.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    try {
      const actor = await currentActor()
      await keepPace(actor.userId)
      const parsed = schema.safeParse(input)
      if (!parsed.success) throw invalid(parsed.error)
      return { ok: true, value: await command(actor, parsed.data) }
    } catch (error) {
      unstable_rethrow(error)
      return { ok: false, ...toProblem(error, command.name || 'action') }
    }
  }
}

/**
 * The same for somebody who has no account yet (joining, the first owner): the command is told where the request
 * comes from, so that it can count tries.
 */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  command: (from: string, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    try {
      const parsed = schema.safeParse(input)
      if (!parsed.success) throw invalid(parsed.error)
      const from = networkAddress({ headers: await headers() })
      return { ok: true, value: await command(from, parsed.data) }
    } catch (error) {
      unstable_rethrow(error)
      return { ok: false, ...toProblem(error, command.name || 'public action') }
    }
  }
}
