import { courseFrame } from '@/lib/courses/frame'
import { importDebate } from '@/lib/debates/interchange/import'
import { ImportAsDebate, MOST_MAP_BYTES } from '@/lib/debates/interchange/schema'
import { writing } from '@/lib/server/route'

/** An argument from a file as a debate of its own. */
export const POST = writing(
  ImportAsDebate,
  async (actor, { course, ...file }) =>
    importDebate(actor, { courseId: (await courseFrame(actor, course)).id, ...file }),
  201,
  MOST_MAP_BYTES + 1024,
)
