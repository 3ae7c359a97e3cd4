import { courseFrame } from '@/lib/courses/frame'
import { exportedMap } from '@/lib/debates/interchange/export'
import { debateRecord } from '@/lib/debates/record/queries'
import { writeAif } from '@/lib/debates/rules/interchange/aif-write'
import { writeArgdown } from '@/lib/debates/rules/interchange/argdown-write'
import { mapMarkdown, plain } from '@/lib/debates/rules/interchange/markdown'
import { recordMarkdown } from '@/lib/debates/rules/record-markdown'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { reading } from '@/lib/server/route'
import { shortDate } from '@/lib/time'

export const dynamic = 'force-dynamic'

type Asked = { actor: Actor; courseId: string; slug: string; timeZone: string }
type File = { type: string; write: (asked: Asked) => Promise<string> }

const argument = ({ actor, courseId, slug }: Asked) => exportedMap(actor, courseId, slug)

/** What a debate can be had as. */
const FILES: Record<string, File> = {
  'argument.argdown': { type: 'text/plain', write: async (asked) => writeArgdown(await argument(asked)) },
  'argument.aif.json': { type: 'application/json', write: async (asked) => writeAif(await argument(asked)) },
  'argument.md': {
    type: 'text/markdown',
    write: async (asked) => {
      const map = await argument(asked)
      return `# ${plain(map.motion)}\n\n${mapMarkdown(map)}\n`
    },
  },
  'record.md': {
    type: 'text/markdown',
    write: async ({ actor, courseId, slug, timeZone }) =>
      recordMarkdown(await debateRecord(actor, courseId, slug), (at) => shortDate(at, timeZone)),
  },
}

/** A debate's argument or record as a file, for every member. */
export const GET = reading(async (actor, { course = '', debate = '', file = '' }) => {
  const { id: courseId, timeZone } = await courseFrame(actor, course)
  const wanted = Object.hasOwn(FILES, file) ? FILES[file] : undefined
  if (!wanted) throw new AppError('NOT_FOUND')
  const text = await wanted.write({ actor, courseId, slug: debate, timeZone })
  return new Response(text, {
    headers: {
      'content-type': `${wanted.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${debate}-${file}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
