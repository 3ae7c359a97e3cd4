'use client'
import { useEffect, useState } from 'react'
import { cx } from '@/components/ui/cx'

const CHOICES = ['light', 'dark', 'system'] as const
type Choice = (typeof CHOICES)[number]

function apply(choice: Choice) {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it to send the right theme with the first byte
  document.cookie = `theme=${choice}; path=/; max-age=31536000; samesite=lax`
}

export function ThemeChoice() {
  const [now, setNow] = useState<Choice>('system')
  useEffect(() => {
    const set = document.documentElement.dataset.theme
    setNow(set === 'light' || set === 'dark' ? set : 'system')
  }, [])
  return (
    <fieldset className="flex rounded-md border border-rule-strong overflow-hidden">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={now === choice}
          onClick={() => {
            apply(choice)
            setNow(choice)
          }}
          className={cx(
            'flex-1 h-8 pointer-coarse:h-11 capitalize text-13 cursor-pointer',
            now === choice ? 'bg-sunk text-ink font-medium' : 'text-ink-2',
          )}
        >
          {choice}
        </button>
      ))}
    </fieldset>
  )
}
