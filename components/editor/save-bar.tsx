'use client'
import { Button } from '@/components/ui/button'
import type { SaveState } from './saver'
import type { Editor } from './use-editor'

const WORDS: Record<SaveState['kind'], string> = {
  saved: 'Saved',
  changed: 'Changed',
  saving: 'Saving',
  stale: 'Not saved: changed in another window',
  away: 'Not saved yet, trying again',
  refused: 'Not saved',
}

export function SaveBar({
  editor,
  busy,
  verb,
  onPublish,
}: {
  editor: Editor
  busy: boolean
  verb: string
  onPublish: () => void
}) {
  const { state } = editor.saver
  return (
    <div className="z-10 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t md:sticky md:top-[var(--bar)] md:-mx-6 md:border-b px-5 sm:px-6 py-2 flex flex-wrap items-center gap-2 bg-paper border-rule">
      <Button disabled={!editor.can.undo} onClick={editor.undo} title="Ctrl+Z">
        Undo
      </Button>
      <Button disabled={!editor.can.redo} onClick={editor.redo} title="Ctrl+Y">
        Redo
      </Button>
      <p role="status" data-save={state.kind} className="grow text-13 text-ink-3">
        {WORDS[state.kind]}
        {'message' in state ? `. ${state.message}` : ''}
      </p>
      <Button look="main" busy={busy} onClick={onPublish}>
        {verb}
      </Button>
    </div>
  )
}

/** Another window saved something else: nothing is saved until one chooses. */
export function Stale({ editor }: { editor: Editor }) {
  if (editor.saver.state.kind !== 'stale') return null
  return (
    <div
      role="alert"
      className="mt-4 grid gap-3 rounded-lg border border-warn bg-surface shadow-float px-4 py-3"
    >
      <p>
        <strong className="font-semibold">This draft was changed in another window.</strong> Nothing is saved
        here until you choose.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={editor.takeTheirs}>Load the newer draft</Button>
        <Button onClick={() => editor.saver.keepMine()}>Keep mine</Button>
      </div>
    </div>
  )
}
