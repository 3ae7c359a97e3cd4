import { courseFrame } from '@/lib/courses/frame'
import { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/readings/import/limits'
import { queueImport, requireMayImport, TOO_LARGE } from '@/lib/readings/import-jobs/commands'
import { assertSameOrigin, boundedBytes, guarded, requireViewer } from '@/lib/server/route'

/** The file's name, which a header can carry only encoded. */
function nameOf(request: Request): string {
  try {
    const name = decodeURIComponent(request.headers.get('x-file-name') ?? '')
    return (
      name
        .replace(/[\p{Cc}/\\]/gu, ' ')
        .trim()
        .slice(-200) || 'Unnamed'
    )
  } catch {
    throw new AppError('INVALID', 'The name of the file cannot be read.')
  }
}

/** The body is the file, as it is. It is read only once it is clear that it may be. */
export const POST = guarded(async (request, context) => {
  assertSameOrigin(request)
  const { actor } = await requireViewer(request)
  const { id: courseId } = await courseFrame(actor, (await context.params).course ?? '')
  await requireMayImport(actor, courseId)
  const fileName = nameOf(request)
  const mediaType = (request.headers.get('content-type') ?? '').slice(0, 200)
  const bytes = await boundedBytes(request, LIMITS.fileBytes, new AppError('IMPORT_TOO_LARGE', TOO_LARGE))
  const queued = await queueImport(actor, { courseId, fileName, mediaType, bytes })
  return Response.json(queued, { status: 202, headers: { 'cache-control': 'no-store' } })
})
