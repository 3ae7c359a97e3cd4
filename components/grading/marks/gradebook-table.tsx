import Link from 'next/link'
import { TableFrame } from '@/components/ui/bits'
import { showPoints } from '@/lib/grading/rules/participation'
import type { Gradebook } from '@/lib/grading/schema'
import { OverrideParticipation } from './override-participation'

type Student = Gradebook['students'][number]
type Props = { book: Gradebook; base: string; desk: string }

const mark = (cell: Student['marks'][number]): string => {
  if (!cell) return '–'
  return cell.mark === null ? 'to grade' : String(cell.mark)
}

/** Names stay while the marks scroll sideways. A mark that its student has not been told is set in grey. */
export function GradebookTable({ book, base, desk }: Props) {
  const { assignments, students, scheme } = book
  return (
    <TableFrame label="Gradebook">
      <table className="w-full text-14 text-left border-separate border-spacing-0">
        <caption className="sr-only">Marks by student; a mark that is not released yet says so.</caption>
        <thead>
          <tr className="text-13 text-ink-3 *:font-medium *:py-2 *:pr-5 *:border-b *:border-rule-strong align-bottom">
            <th scope="col" className="sticky left-0 bg-paper z-10">
              Student
            </th>
            {assignments.map(({ id, slug, title, outOf }) => (
              <th key={id} scope="col" className="text-right min-w-28">
                <Link href={`${base}/${slug}`} className="text-ink-2 hover:text-accent">
                  {title}
                </Link>
                <span className="num block font-normal">of {outOf}</span>
              </th>
            ))}
            {scheme ? (
              <th scope="col" className="text-right min-w-36">
                Participation
                <span className="num block font-normal">of 100</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {students.map((student) => (
            <tr key={student.memberId} className="align-baseline *:py-2 *:pr-5 *:border-b *:border-rule">
              <th scope="row" className="sticky left-0 bg-paper z-10 font-medium whitespace-nowrap">
                <Link href={`${desk}/${student.memberId}`} className="hover:text-accent">
                  {student.name}
                </Link>
                {student.group ? (
                  <span className="block text-13 font-normal text-ink-3">{student.group}</span>
                ) : null}
              </th>
              {assignments.map(({ id }, i) => (
                <Mark key={id} cell={student.marks[i] ?? null} />
              ))}
              {scheme ? <Participation student={student} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Mark({ cell }: { cell: Student['marks'][number] }) {
  const hidden = cell && cell.mark !== null && !cell.released
  return (
    <td className={cell?.released ? 'num text-right' : 'num text-right text-ink-3'}>
      {mark(cell)}
      {hidden ? <span className="block text-12">not released</span> : null}
    </td>
  )
}

function Participation({ student }: { student: Student }) {
  const { now, override, released } = student
  return (
    <td className="num text-right">
      <OverrideParticipation
        memberId={student.memberId}
        name={student.name}
        override={override}
        reason={student.overrideReason}
        counted={now ? showPoints(now.centipoints) : '–'}
      />
      <span className="block text-12 text-ink-3">
        {released === null ? 'not released' : `released: ${released}`}
      </span>
    </td>
  )
}
