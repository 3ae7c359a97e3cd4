import 'server-only'
import { courseFrame } from '@/lib/courses/frame'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { certify } from './certificate/certify'
import { writeAbif } from './formats/abif'
import { writeBlt } from './formats/blt'
import { csvRows } from './formats/csv'
import type { Election, Format } from './formats/election'
import { publishedBallots } from './queries'
import { codesOf } from './result'
import { waysOf } from './rules/count'
import { csv } from './rules/csv'
import { kindsOf } from './rules/kinds'

const TYPES = { csv: 'text/csv', blt: 'text/plain', abif: 'text/plain', json: 'application/json' }

function file(name: string, type: keyof typeof TYPES, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${TYPES[type]}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}.${type}"`,
      'cache-control': 'private, no-store',
    },
  })
}

type Published = Awaited<ReturnType<typeof publishedBallots>>

async function published(actor: Actor, course: string, slug: string): Promise<Published> {
  const frame = await courseFrame(actor, course)
  return publishedBallots(actor, frame.id, slug)
}

const electionOf = ({ poll, ballots }: Published): Election => ({
  title: [poll.question, poll.wave].filter(Boolean).join(', '),
  method: poll.method,
  options: poll.options.map(({ code, label }) => ({ code, label })),
  ballots: kindsOf(ballots),
})

/** The ballots of a closed poll. Errors: NOT_FOUND, FORBIDDEN (open, or too few), INVALID (a format without points). */
export async function ballotsFile(
  actor: Actor,
  course: string,
  slug: string,
  format: Format,
): Promise<Response> {
  const list = await published(actor, course, slug)
  const { poll, ballots } = list
  if (format === 'csv') return file(poll.slug, 'csv', csv(csvRows(poll.options, ballots)))
  if (format === 'abif') return file(poll.slug, 'abif', writeAbif(electionOf(list)))
  if (poll.method !== 'RANKED' && poll.method !== 'PLURALITY')
    throw new AppError('INVALID', 'BLT has no room for points. Download these ballots as ABIF or CSV.')
  return file(poll.slug, 'blt', writeBlt(electionOf(list)))
}

/** Certificates and ballots of a closed poll. Errors: as above; INVALID for credences, which are pooled. */
export async function certificatesFile(actor: Actor, course: string, slug: string): Promise<Response> {
  const { poll, ballots } = await published(actor, course, slug)
  const ways = waysOf(poll.method, poll.rule)
  if (ways.length === 0)
    throw new AppError('INVALID', 'Credences are pooled, not counted; there is nothing to certify.')
  const codes = codesOf(poll)
  const content = {
    question: poll.question,
    wave: poll.wave,
    labels: Object.fromEntries(poll.options.map((o) => [o.code, o.label])),
    certificates: ways.map((way) => certify(way, codes, ballots)),
    ballots: ballots.map(({ receipt, ranking, scores, count = 1 }) => ({ receipt, ranking, scores, count })),
  }
  return file(`${poll.slug}-certificates`, 'json', `${JSON.stringify(content, null, 1)}\n`)
}
