'use client'
import { releaseGradesAction } from '@/lib/grading/actions'
import { ReleaseTo } from './release-to'

type Props = { assignmentId: string; groups: { id: string; name: string }[]; next: boolean }

export function ReleaseGrades({ assignmentId, groups, next }: Props) {
  return (
    <ReleaseTo
      groups={groups}
      next={next}
      verb="Release marks"
      send={(groupId) => releaseGradesAction({ assignmentId, groupId })}
    />
  )
}
