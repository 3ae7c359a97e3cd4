import { critiquePdf } from '@/lib/critiques/pdf'
import { pdfResponse } from '@/lib/server/pdf'
import { reading } from '@/lib/server/route'

/** A critique as a file for paper: `?submission=2` for an earlier one. */
export const GET = reading(async (actor, { id = '' }, request) => {
  const asked = new URL(request.url).searchParams.get('submission')
  const submission = asked === null ? undefined : Number(asked)
  return pdfResponse(await critiquePdf(actor, { id, ...(submission === undefined ? {} : { submission }) }))
})
