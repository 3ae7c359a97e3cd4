'use client'
import { releaseParticipationAction } from '@/lib/grading/actions'
import { ReleaseTo } from './release-to'

type Props = { courseId: string; groups: { id: string; name: string }[] }

export function ReleaseParticipation({ courseId, groups }: Props) {
  return (
    <ReleaseTo
      groups={groups}
      verb="Release participation marks"
      send={(groupId) => releaseParticipationAction({ courseId, groupId })}
    />
  )
}
