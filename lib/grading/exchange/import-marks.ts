import 'server-only'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember } from '@/lib/policy'
import { overrideGrade } from '../critiques/commands'
import { gradebook } from '../gradebook'
import { overrideParticipation } from '../participation/commands'
import type { Gradebook, ImportedMark, MarksFile, MarksPreview } from '../schema'
import { PARTICIPATION, participationMark, withAddresses } from './marks-csv'
import { type ReadMark, readMarks } from './read-marks'

type Found = { change: ImportedMark } | { message: string }

/** Where a mark of the file belongs, or why it belongs nowhere. */
function placed(read: ReadMark, book: Gradebook, student: Gradebook['students'][number] | undefined): Found {
  if (!student) return { message: `${read.login} is no student of this course.` }
  const { memberId, name } = student
  const base = { line: read.line, name, item: read.item, memberId, to: read.mark }
  const at = book.assignments.findIndex((a) => a.title === read.item)
  const most = at < 0 ? 100 : (book.assignments[at]?.outOf ?? 0)
  if (read.mark > most) return { message: `${read.mark} for ${read.item} is more than ${most}.` }
  if (at < 0) return { change: { ...base, critiqueId: null, from: participationMark(student) } }
  const own = student.marks[at]
  if (!own) return { message: `${name} has handed in nothing for ${read.item}.` }
  return { change: { ...base, critiqueId: own.critiqueId, from: own.mark } }
}

/** What a file of marks would change, each line that it cannot use named. Changes nothing. Errors: NOT_FOUND, FORBIDDEN. */
export async function previewMarks(actor: Actor, file: MarksFile): Promise<MarksPreview> {
  authoriseMember(actor, 'grade.give', file.courseId)
  const book = await gradebook(actor, file.courseId)
  const items = [...book.assignments.map((a) => a.title), ...(book.scheme ? [PARTICIPATION] : [])]
  const { marks, problems } = readMarks(file.text, items)
  const students = new Map((await withAddresses(book)).map((student) => [student.email, student]))
  const preview: MarksPreview = { changes: [], problems: [...problems], unchanged: 0 }
  for (const read of marks) {
    const found = placed(read, book, students.get(read.login))
    if ('message' in found) preview.problems.push({ line: read.line, message: found.message })
    else if (found.change.from === found.change.to) preview.unchanged++
    else preview.changes.push(found.change)
  }
  preview.problems.sort((a, b) => a.line - b.line)
  return preview
}

const MOST = 2000

/**
 * Takes over the marks of a file as marks set by hand, with the file's name as the reason. One that cannot be used
 * refuses the whole file. Errors: NOT_FOUND, FORBIDDEN, INVALID.
 */
export async function importMarks(actor: Actor, file: MarksFile): Promise<{ changed: number }> {
  const { changes, problems } = await previewMarks(actor, file)
  if (problems.length) throw new AppError('INVALID', 'Mend the lines that are named first.')
  if (changes.length > MOST) throw new AppError('TOO_LARGE', 'That is more marks than one file may change.')
  const reason = `From the file ${file.name}`
  // Each is a change of its own in the log, with its own event; a file is at most a few hundred.
  for (const { critiqueId, memberId, to: mark } of changes)
    if (critiqueId) await overrideGrade(actor, { critiqueId, mark, reason })
    else await overrideParticipation(actor, { membershipId: memberId, mark, reason })
  return { changed: changes.length }
}
