'use client'
import { releaseGradesAction } from '@/lib/grading/actions'
import { ReleaseTo } from './release-to'

type Props = { assignmentId: string; groups: { id: string; name: string }[] }

export function ReleaseGrades({ assignmentId, groups }: Props) {
  return (
    <ReleaseTo
      groups={groups}
      verb="Release marks"
      send={(groupId) => releaseGradesAction({ assignmentId, groupId })}
    />
  )
}
