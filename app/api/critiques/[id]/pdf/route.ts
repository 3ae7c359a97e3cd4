import { critiquePdf } from '@/lib/critiques/pdf'
import { reading } from '@/lib/server/route'

/** A critique as a file for paper: `?submission=2` for an earlier one. */
export const GET = reading(async (actor, { id = '' }, request) => {
  const asked = new URL(request.url).searchParams.get('submission')
  const submission = asked === null ? undefined : Number(asked)
  const { name, bytes } = await critiquePdf(actor, {
    id,
    ...(submission === undefined ? {} : { submission }),
  })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
