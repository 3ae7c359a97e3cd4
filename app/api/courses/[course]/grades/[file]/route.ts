import { courseFrame } from '@/lib/courses/frame'
import { AppError } from '@/lib/errors'
import { marksCsv } from '@/lib/grading/exchange/marks-csv'
import { participationLog } from '@/lib/grading/participation/log'
import type { Actor } from '@/lib/policy'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

type File = { type: string; body: (actor: Actor, courseId: string) => Promise<string> }

const FILES: Record<string, File> = {
  'canvas.csv': { type: 'text/csv; charset=utf-8', body: (actor, id) => marksCsv(actor, id, 'canvas') },
  'moodle.csv': { type: 'text/csv; charset=utf-8', body: (actor, id) => marksCsv(actor, id, 'moodle') },
  'participation-log.json': {
    type: 'application/json; charset=utf-8',
    body: async (actor, id) => `${JSON.stringify(await participationLog(actor, id), null, 1)}\n`,
  },
}

/** The gradebook for other systems, and the log from which participation can be counted again. For the staff. */
export const GET = reading(async (actor, { course = '', file = '' }) => {
  const known = Object.hasOwn(FILES, file) ? FILES[file] : undefined
  const frame = await courseFrame(actor, course)
  if (!known) throw new AppError('NOT_FOUND')
  return new Response(await known.body(actor, frame.id), {
    headers: {
      'content-type': known.type,
      'content-disposition': `attachment; filename="${frame.slug}-${file}"`,
      'cache-control': 'private, no-store',
    },
  })
})
