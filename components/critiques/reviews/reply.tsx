import { SafeHtml } from '@/components/ui/bits'

/** What the author of a critique answered to one review. */
export function AuthorsReply({ html, own }: { html: string; own: boolean }) {
  if (!html) return null
  return (
    <div className="mt-4 ml-4 border-l-2 border-accent pl-4">
      <h4 className="font-sans text-13 font-semibold tracking-normal text-ink-2">
        {own ? 'Your reply' : 'The author’s reply'}
      </h4>
      <SafeHtml html={html} className="prose-serif measure mt-1" />
    </div>
  )
}
