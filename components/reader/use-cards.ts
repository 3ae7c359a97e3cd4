'use client'
import { useEffect, useMemo, useState } from 'react'
import { COMPOSER } from './card'
import { useReader } from './context'
import type { Writing } from './margin'
import type { Thread } from './threads'
import type { Card } from './use-card-stack'

const LINE = 21
const LETTERS = 44
const linesOf = (html: string): number => Math.max(1, Math.ceil(html.length / LETTERS))

/** How high a card will be, near enough: head and tools, a line for each so many letters, and its replies. */
const guess = ({ root, replies }: Thread): number =>
  [root, ...replies].reduce((sum, note) => sum + 44 + LINE * linesOf(note.html), 0)

const cardOf = (thread: Thread): Card => ({
  id: thread.root.id,
  start: thread.root.start ?? 0,
  end: thread.root.end ?? 0,
  height: guess(thread),
})

const RECENT = 12

/** The margin's cards in reading order, and those that must be there wherever they stand. */
export function useCards(shown: readonly Thread[], writing: Writing | null, activeId: string | null) {
  const recent = useRecent(shown)
  const byId = useMemo(() => new Map(shown.map((thread) => [thread.root.id, thread])), [shown])
  const cards = useMemo(() => {
    const all = shown.map(cardOf)
    if (writing) all.push({ id: COMPOSER, ...writing.chosen, height: 200 })
    return all.sort((a, b) => a.start - b.start || a.end - b.end)
  }, [shown, writing])
  const pinned = useMemo(
    () => new Set([...recent, COMPOSER, ...(activeId ? [activeId] : [])]),
    [recent, activeId],
  )
  return { cards, byId, pinned }
}

/** The threads that came last since the page was opened: whoever looks for them by script or by eye finds them. */
function useRecent(shown: readonly Thread[]): readonly string[] {
  const { notes } = useReader()
  const [opened, setOpened] = useState<string | null>(null)
  useEffect(() => {
    if (notes.loaded) setOpened((at) => at ?? new Date().toISOString())
  }, [notes.loaded])
  return useMemo(() => {
    if (opened === null) return []
    const came = shown.filter((thread) => thread.root.at > opened)
    return came
      .sort((a, b) => (a.root.at < b.root.at ? 1 : -1))
      .slice(0, RECENT)
      .map((thread) => thread.root.id)
  }, [shown, opened])
}
