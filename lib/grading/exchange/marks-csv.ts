import 'server-only'
import Papa from 'papaparse'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { gradebook } from '../gradebook'
import type { Gradebook } from '../schema'

export type Format = 'canvas' | 'moodle'
export const PARTICIPATION = 'Participation'

type Student = Gradebook['students'][number] & { email: string }

/** Marks as they count, released or not: the file is for the staff. Participation is the mark set by hand, or as it counts now. */
export const participationMark = ({ override, now }: Pick<Student, 'override' | 'now'>): number | null =>
  override ?? (now ? now.centipoints / 100 : null)

/** Addresses are what other systems know people by. */
export async function withAddresses(book: Gradebook): Promise<Student[]> {
  const rows = await db.membership.findMany({
    where: { id: { in: book.students.map((s) => s.memberId) } },
    select: { id: true, user: { select: { email: true } } },
  })
  const emails = new Map(rows.map((row) => [row.id, row.user.email]))
  return book.students.map((student) => ({ ...student, email: emails.get(student.memberId) ?? '' }))
}

const cell = (mark: number | null | undefined): string => (mark == null ? '' : String(mark))

const items = ({ assignments, scheme }: Gradebook): { name: string; outOf: number }[] => [
  ...assignments.map(({ title, outOf }) => ({ name: title, outOf })),
  ...(scheme ? [{ name: PARTICIPATION, outOf: 100 }] : []),
]

const marks = (student: Student, { scheme }: Gradebook): string[] => [
  ...student.marks.map((mark) => cell(mark?.mark)),
  ...(scheme ? [cell(participationMark(student))] : []),
]

/** The columns that Canvas asks for, with its second line of points possible (Canvas guide: "import grades"). */
function canvas(book: Gradebook, students: Student[]): string[][] {
  const head = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  return [
    [...head, ...items(book).map((item) => item.name)],
    ['Points Possible', '', '', '', '', ...items(book).map((item) => String(item.outOf))],
    ...students.map((s) => [s.name, '', '', s.email, s.group ?? '', ...marks(s, book)]),
  ]
}

/** Moodle finds people by e-mail address and asks which column is which (Moodle docs: "Grade import"). */
function moodle(book: Gradebook, students: Student[]): string[][] {
  return [
    ['Full name', 'Email address', ...items(book).map((item) => item.name)],
    ...students.map((s) => [s.name, s.email, ...marks(s, book)]),
  ]
}

/** The gradebook as a file for another system. What a spreadsheet would run as a formula is written as text. */
export async function marksCsv(actor: Actor, courseId: string, format: Format): Promise<string> {
  const book = await gradebook(actor, courseId)
  const students = await withAddresses(book)
  const rows = format === 'canvas' ? canvas(book, students) : moodle(book, students)
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
