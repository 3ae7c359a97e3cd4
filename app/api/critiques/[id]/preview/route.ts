import { previewAnswer } from '@/lib/critiques/quotes/preview'
import { Preview } from '@/lib/critiques/quotes/schema'
import { writing } from '@/lib/server/route'

/** How a field will read. It answers and writes nothing; the text is too long for an address. */
export const POST = writing(Preview, previewAnswer)
