'use client'
import { Bell as BellIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onNotified } from '@/components/live/notified'

async function fetchUnread(slug: string): Promise<number | null> {
  try {
    const response = await fetch(`/api/courses/${slug}/unread`)
    return response.ok ? ((await response.json()) as { unread: number }).unread : null
  } catch {
    return null
  }
}

/** How many notices are unread: asked for once a page stands, when one comes, and when the window is looked at again. */
function useUnread(slug: string): number {
  const [unread, setUnread] = useState(0)
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page of the course asks anew
  useEffect(() => {
    // Answers may overtake each other: only the last question's counts.
    let asked = 0
    const ask = async () => {
      const mine = ++asked
      const found = await fetchUnread(slug)
      if (mine === asked && found !== null) setUnread(found)
    }
    const onLook = () => {
      if (document.visibilityState === 'visible') void ask()
    }
    // After first paint: the bell must cost the page nothing.
    const timer = setTimeout(ask, 400)
    const stop = onNotified(ask)
    document.addEventListener('visibilitychange', onLook)
    return () => {
      asked = -1
      clearTimeout(timer)
      stop()
      document.removeEventListener('visibilitychange', onLook)
    }
  }, [slug, path])
  return unread
}

export function Bell({ slug }: { slug: string }) {
  const unread = useUnread(slug)
  return (
    <Link
      href={`/courses/${slug}/notifications`}
      prefetch={false}
      aria-label={unread ? `Notifications, ${unread} unread` : 'Notifications'}
      className="relative grid place-items-center size-9 pointer-coarse:size-11 rounded-md text-ink-2 hover:text-ink"
    >
      <BellIcon aria-hidden size={18} />
      {unread ? (
        <span
          aria-hidden
          className="num absolute top-0.5 right-0 min-w-4 px-1 rounded-full bg-accent text-accent-ink text-12 leading-4 text-center font-semibold"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  )
}
