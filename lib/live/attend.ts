import 'server-only'
import { listener, type Subscriber } from '@/lib/events'
import { log } from '@/lib/log'
import { isStaffRole } from '@/lib/policy'
import { hearLead, leaderMayHaveLeft, showLead } from './lead'
import { attendanceChanged, hearPresence, showPresence } from './presence'

const g = globalThis as unknown as { colloquyWhispers?: true }

function listenOnce(): void {
  if (g.colloquyWhispers) return
  g.colloquyWhispers = true
  listener().subscribers.add((wake) => {
    if (wake.kind !== 'whisper') return
    if (wake.name === 'presence') hearPresence(wake.courseId, wake.body)
    if (wake.name === 'lead') hearLead(wake.courseId, wake.body)
  })
}

/** Takes part in what is told beside the events: who is here, and where somebody leads. Only where a section is open. */
export function attend(courseId: string, subscriber: Subscriber): () => void {
  if (!subscriber.sectionId) return () => {}
  listenOnce()
  attendanceChanged(courseId)
  showPresence(courseId, subscriber)
  showLead(courseId, subscriber).catch((error) =>
    log.warn({ error: String(error), courseId }, 'where somebody leads could not be read'),
  )
  return () => {
    attendanceChanged(courseId)
    if (isStaffRole(subscriber.member.role)) leaderMayHaveLeft(courseId, subscriber.member.id)
  }
}
