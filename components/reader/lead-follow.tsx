'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { LeadDto } from '@/lib/live/schema'
import { useReader } from './context'
import { BAR_BUTTON, BAR_BUTTON_QUIET, Bar } from './lead-bar'
import { labelAt, scrollToPlace } from './lead-place'
import type { ArticleRef } from './together'

/** A leader says so every fifteen seconds; whoever has been silent for this long has gone. */
const SILENCE_MS = 45_000
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/** Kept for the tab: following goes on in the next section. */
const key = (slug: string) => `colloquy:follow:${slug}`

function useFollowing(slug: string, leaderId: string) {
  const [on, setOn] = useState(() => sessionStorage.getItem(key(slug)) === leaderId)
  const set = (next: boolean) => {
    if (next) sessionStorage.setItem(key(slug), leaderId)
    else sessionStorage.removeItem(key(slug))
    setOn(next)
  }
  return [on, set] as const
}

/** A hand on the wheel, the screen, the keys or the scroll bar: the reader goes their own way. */
function useOwnWay(on: boolean, letGo: () => void): void {
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (
        SCROLL_KEYS.has(event.key) &&
        !(event.target as Element).closest?.('input, textarea, select, button')
      )
        letGo()
    }
    const onMouse = (event: MouseEvent) => {
      if (event.clientX >= document.documentElement.clientWidth) letGo()
    }
    const passive = { passive: true }
    addEventListener('wheel', letGo, passive)
    addEventListener('touchmove', letGo, passive)
    addEventListener('keydown', onKey)
    addEventListener('mousedown', onMouse)
    return () => {
      removeEventListener('wheel', letGo)
      removeEventListener('touchmove', letGo)
      removeEventListener('keydown', onKey)
      removeEventListener('mousedown', onMouse)
    }
  }, [on, letGo])
}

/** Whether the leader has been heard of lately; every word of theirs begins the time anew. */
function useAlive(lead: LeadDto): boolean {
  const [silent, setSilent] = useState<LeadDto | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSilent(lead), SILENCE_MS)
    return () => clearTimeout(timer)
  }, [lead])
  return silent !== lead
}

const firstName = (name: string): string => name.split(/\s+/)[0] ?? name

/** Who leads, where they are, and the choice to go along. */
export function FollowBar({
  lead,
  article,
  takeOver,
}: {
  lead: LeadDto
  article: ArticleRef
  takeOver: (() => void) | null
}) {
  const { course, page } = useReader()
  const router = useRouter()
  const [following, setFollowing] = useFollowing(course.slug, lead.leaderId)
  const here = lead.sectionId === page.section.id
  useOwnWay(following, () => setFollowing(false))
  const { reading, position, at } = lead
  useEffect(() => {
    if (!following) return
    if (here) scrollToPlace(article.current, at)
    else router.push(`/courses/${course.slug}/readings/${reading}/${position}`)
  }, [following, here, at, reading, position, article, router, course.slug])
  if (!useAlive(lead)) return null
  const other = reading === page.reading.slug ? '' : `${lead.readingTitle}, `
  const place = here ? (labelAt(article.current, at) ?? 'this section') : `${other}section ${position}`
  const said = following ? `You follow ${lead.name}` : `${lead.name} is leading`
  return (
    <Bar said={said}>
      <span className="truncate" title={lead.name}>
        <b className="font-semibold">{firstName(lead.name)}</b> is leading {here ? 'at' : 'in'} {place}
      </span>
      {takeOver && !following ? (
        <button type="button" className={`${BAR_BUTTON_QUIET} max-sm:hidden`} onClick={takeOver}>
          Lead instead
        </button>
      ) : null}
      <button
        type="button"
        className={following ? BAR_BUTTON_QUIET : BAR_BUTTON}
        onClick={() => setFollowing(!following)}
      >
        {following ? 'Stop following' : 'Follow'}
      </button>
    </Bar>
  )
}
