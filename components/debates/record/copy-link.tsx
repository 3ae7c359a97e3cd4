'use client'
import { toast } from '@/components/ui/toasts'

/** Puts the address of a part of the page on the clipboard, to be quoted. */
export function CopyLink({ id, name }: { id: string; name: string }) {
  const copy = async () => {
    const url = new URL(`#${id}`, location.href).href
    try {
      await navigator.clipboard.writeText(url)
      toast('Link copied.')
    } catch {
      // a page that is not served securely has no clipboard: the address bar then shows the link
      location.hash = id
      toast('The link is in the address bar.')
    }
  }
  return (
    <button
      type="button"
      onClick={copy}
      className="min-h-6 pointer-coarse:min-h-11 text-12 text-ink-3 hover:text-accent cursor-pointer print:hidden"
    >
      Copy link<span className="sr-only"> to {name}</span>
    </button>
  )
}
