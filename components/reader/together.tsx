'use client'
import { type RefObject, useSyncExternalStore } from 'react'
import { lastWhisper, onWhisper } from '@/components/live/whispers'
import type { Presence as PresenceDto } from '@/lib/live/rules'
import type { LeadDto } from '@/lib/live/schema'
import { useReader } from './context'
import { FollowBar } from './lead-follow'
import { LeadBar } from './lead-leader'
import { Presence } from './presence'
import { useLeading } from './use-leading'

export type ArticleRef = RefObject<HTMLElement | null>

const useWhisper = <T,>(name: string): T | null =>
  useSyncExternalStore(
    onWhisper,
    () => lastWhisper<T>(name),
    () => null,
  )

/** The part of the reader that is about the others: beside the title, and in a bar at the foot of the window. */
export function Together({ article }: { article: ArticleRef }) {
  const { course, page } = useReader()
  const presence = useWhisper<PresenceDto>('presence')
  const lead = useWhisper<LeadDto>('lead')
  const leading = useLeading(article, lead)
  const { memberId, role } = course.viewer
  const staff = role === 'INSTRUCTOR' || role === 'ASSISTANT'
  const other = lead && lead.leaderId !== memberId ? lead : null
  return (
    <>
      {staff && !leading.on && !other ? (
        <button
          type="button"
          onClick={leading.begin}
          className="h-6 pointer-coarse:h-9 px-2.5 rounded-full text-12 cursor-pointer bg-sunk text-ink-2 hover:text-ink"
          title="Take the class along: the screens of those who follow go where you go"
        >
          Lead
        </button>
      ) : null}
      <Presence presence={presence?.section === page.section.id ? presence : null} memberId={memberId} />
      {leading.on ? <LeadBar letGo={leading.letGo} /> : null}
      {other && !leading.on ? (
        <FollowBar lead={other} article={article} takeOver={staff ? leading.begin : null} />
      ) : null}
    </>
  )
}
