import { importMap } from '@/lib/debates/interchange/import'
import { ImportInto, MOST_MAP_BYTES } from '@/lib/debates/interchange/schema'
import { writing } from '@/lib/server/route'

/** An argument from a file into a debate that has no claims yet. */
export const POST = writing(
  ImportInto,
  (actor, { debate, ...file }) => importMap(actor, { debateId: debate, ...file }),
  201,
  MOST_MAP_BYTES + 1024,
)
