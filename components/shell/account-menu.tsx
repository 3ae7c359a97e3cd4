'use client'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Avatar } from '@/components/ui/bits'
import { signOutHere } from './sign-out'
import { ThemeChoice } from './theme-choice'

/** Name, theme, sign-out. A disclosure, so that it works before any script has run. */
export function AccountMenu({ name, role, demo }: { name: string; role?: string; demo: boolean }) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      if (
        event instanceof KeyboardEvent ? event.key === 'Escape' : !ref.current?.contains(event.target as Node)
      )
        ref.current?.removeAttribute('open')
    }
    document.addEventListener('click', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return (
    <details ref={ref} className="relative">
      <summary
        className="list-none cursor-pointer flex items-center gap-2 h-9 pointer-coarse:h-11 px-1 rounded-md [&::-webkit-details-marker]:hidden"
        aria-label={`Account: ${name}`}
      >
        <Avatar name={name} />
      </summary>
      <div className="absolute right-0 top-full mt-1 w-64 rounded-lg border border-rule bg-surface shadow-float p-4 grid gap-3">
        <p>
          <span className="font-semibold">{name}</span>
          {role ? <span className="block text-13 text-ink-3">{role}</span> : null}
        </p>
        <ThemeChoice />
        <Link href="/" className="text-ink-2 hover:text-ink py-1">
          All courses
        </Link>
        <Link href="/account" className="text-ink-2 hover:text-ink py-1">
          Account
        </Link>
        <button
          type="button"
          className="text-left text-ink-2 hover:text-ink py-1 cursor-pointer"
          onClick={() => signOutHere()}
        >
          {demo ? 'Sign out, or enter as somebody else' : 'Sign out'}
        </button>
      </div>
    </details>
  )
}
