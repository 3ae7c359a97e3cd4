import { Button } from '@/components/ui/button'

/** A plain form that works before any script has run: the words are the page's address. */
export function SearchForm({ action, q }: { action: string; q: string }) {
  return (
    <search className="block mt-6">
      <form action={action} className="flex gap-2 max-w-[36rem]">
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: whoever comes without words came to write some
          autoFocus={q === ''}
          aria-label="Words to look for"
          placeholder="A word, a part of one, or “a phrase”"
          className="grow min-w-0 h-9 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-3 text-14 pointer-coarse:text-16 placeholder:text-ink-3"
        />
        <Button type="submit" look="main" className="h-9">
          Search
        </Button>
      </form>
    </search>
  )
}
