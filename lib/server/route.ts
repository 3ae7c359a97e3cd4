import 'server-only'
import type { z } from 'zod'
import { env } from '@/lib/env'
import { AppError, ERRORS } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { keepPace } from './pace'
import { invalid, type Problem, toProblem } from './problem'
import { requestViewer, type Viewer } from './session'

const MAX_BODY_BYTES = 256 * 1024

type Params = Record<string, string>
type Context = { params: Promise<Params> }
type Handler = (request: Request, context: Context) => Promise<Response>

/** A refusal as JSON with the status that its code has. */
export function problemResponse(problem: Problem): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (problem.retryAfterSeconds) headers.set('retry-after', String(problem.retryAfterSeconds))
  return Response.json({ error: problem }, { status: ERRORS[problem.code].status, headers })
}

/** Wraps a handler: whatever it throws becomes the status of its code, never a stack trace. */
export const guarded =
  (handler: Handler): Handler =>
  async (request, context) => {
    try {
      return await handler(request, context)
    } catch (error) {
      return problemResponse(toProblem(error, new URL(request.url).pathname))
    }
  }

export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await requestViewer(request)
  if (!viewer) throw new AppError('UNAUTHENTICATED')
  return viewer
}

/** `GET` for a signed-in person. */
export const reading = (
  handler: (actor: Actor, params: Params, request: Request) => Promise<Response>,
): Handler =>
  guarded(async (request, context) =>
    handler((await requireViewer(request)).actor, await context.params, request),
  )

/** A state-changing request in JSON: same origin, bounded, parsed by the schema, then the command. */
export function writing<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<T>,
  status = 200,
  maxBytes = MAX_BODY_BYTES,
): Handler {
  return guarded(async (request, context) => {
    assertSameOrigin(request)
    const { actor } = await requireViewer(request)
    await keepPace(actor.userId)
    const body = { ...(await boundedJson(request, maxBytes)), ...(await context.params) }
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw invalid(parsed.error)
    return Response.json(await command(actor, parsed.data), {
      status,
      headers: { 'cache-control': 'no-store' },
    })
  })
}

/** Cookies are SameSite=Lax; this closes what is left (a sibling subdomain, an old browser). */
export function assertSameOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (!origin) {
    const site = request.headers.get('sec-fetch-site')
    if (site && site !== 'same-origin' && site !== 'none') throw new AppError('FORBIDDEN')
    return
  }
  const host = request.headers.get('host')
  // A sandboxed frame says "null".
  if (!URL.canParse(origin)) throw new AppError('FORBIDDEN')
  if (new URL(origin).host !== host && origin !== new URL(env().NEXTAUTH_URL).origin)
    throw new AppError('FORBIDDEN')
}

/** PostgreSQL takes neither NUL nor half a surrogate pair; nobody means to write them. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value

async function boundedJson(request: Request, maxBytes: number): Promise<Record<string, unknown>> {
  const text = (await boundedBytes(request, maxBytes)).toString('utf8')
  try {
    const value: unknown = JSON.parse(text, storable)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // falls through to the one answer for everything that is not a JSON object
  }
  throw new AppError('INVALID', 'The request is not a JSON object.')
}

/** The body, refused at the byte that is too many: never more than `most` is held. */
export async function boundedBytes(request: Request, most: number, refusal?: AppError): Promise<Buffer> {
  const tooLarge = () => refusal ?? new AppError('TOO_LARGE')
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge() // leaving the loop cancels the stream
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
