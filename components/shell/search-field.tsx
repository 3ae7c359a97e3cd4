'use client'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** `/` goes to the field from anywhere but another field. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.defaultPrevented || isTyping(event.target) || !field.current?.offsetParent) return
      event.preventDefault()
      field.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [field])
}

/** Search in the course, from its every page; where the bar has no room for a field, a link to the page. */
export function SearchField({ slug }: { slug: string }) {
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  const action = `/courses/${slug}/search`
  return (
    <>
      <search className="hidden lg:block">
        <form action={action} className="relative">
          <input
            ref={field}
            type="search"
            name="q"
            maxLength={200}
            aria-label="Search this course"
            aria-keyshortcuts="/"
            placeholder="Search"
            className="peer w-48 h-8 rounded-full border border-rule-strong bg-surface pl-3.5 pr-8 text-13 placeholder:text-ink-3"
          />
          <kbd
            aria-hidden
            className="absolute right-2.5 top-1.5 px-1.5 rounded-sm border border-rule text-12 leading-[18px] text-ink-3 pointer-events-none peer-focus:hidden"
          >
            /
          </kbd>
        </form>
      </search>
      <a
        href={action}
        aria-label="Search this course"
        className="lg:hidden grid place-items-center size-9 pointer-coarse:size-11 rounded-md text-ink-2 hover:text-ink"
      >
        <Search aria-hidden size={18} />
      </a>
    </>
  )
}
