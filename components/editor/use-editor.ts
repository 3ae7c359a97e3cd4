'use client'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { DraftDto, DraftText } from '@/lib/readings/draft-schema'
import type { Sections } from '@/lib/readings/rules/draft'
import { httpTransport, Saver } from './saver'

/** Where one is: a section, and the block of it whose tools are open. */
export type Place = { s: number; b: number | null }
type History = { past: DraftText[]; now: DraftText; future: DraftText[]; tag: string | null }
const MOST_STEPS = 200

/** The next state; a change with the same tag as the last one (typing in one field) is one step with it. */
function advance(h: History, next: DraftText, tag: string | null): History {
  if (next === h.now) return h
  if (tag !== null && tag === h.tag) return { ...h, now: next, future: [] }
  return { past: [...h.past, h.now].slice(-MOST_STEPS), now: next, future: [], tag }
}

function step(h: History, back: boolean): History {
  const [from, to] = back ? [h.past, h.future] : [h.future, h.past]
  const now = from.at(-1)
  if (!now) return h
  const [rest, other] = [from.slice(0, -1), [...to, h.now]]
  return { past: back ? rest : other, now, future: back ? other : rest, tag: null }
}

export type Editor = ReturnType<typeof useEditor>

/** The draft under hand: what one sees, its history, where one is, and the saving of it. */
export function useEditor(draft: DraftDto) {
  const [history, setHistory] = useState<History>({ past: [], now: draft, future: [], tag: null })
  const [place, setPlace] = useState<Place>({ s: 0, b: null })
  const [, render] = useReducer((n: number) => n + 1, 0)
  const [saver] = useState(() => new Saver(draft, httpTransport(draft.id), render))
  const text = history.now
  useEffect(() => saver.put(text), [saver, text])
  useLeaving(saver)

  const change = useCallback(
    (part: Partial<DraftText>, tag: string | null = null) =>
      setHistory((h) => advance(h, { ...h.now, ...part }, tag)),
    [],
  )
  /** Does an operation of rules/draft.ts; `to` is where one is afterwards, `focus` the element to go to. */
  const operate = useCallback(
    (run: (sections: Sections) => Sections, to?: Place, focus?: string, tag: string | null = null) => {
      setHistory((h) => {
        const sections = run(h.now.sections)
        return sections === h.now.sections ? h : advance(h, { ...h.now, sections: [...sections] }, tag)
      })
      if (to) setPlace(to)
      if (focus) focusLater(focus)
    },
    [],
  )
  const undo = useCallback(() => setHistory((h) => step(h, true)), [])
  const redo = useCallback(() => setHistory((h) => step(h, false)), [])
  useUndoKeys(undo, redo)
  const takeTheirs = () => {
    const theirs = saver.takeTheirs()
    if (theirs) setHistory({ past: [], now: theirs, future: [], tag: null })
  }
  const s = Math.min(place.s, text.sections.length - 1)
  return {
    ...{ text, saver, change, operate, undo, redo, takeTheirs },
    place: { s, b: place.b },
    goTo: setPlace,
    can: { undo: history.past.length > 0, redo: history.future.length > 0 },
  }
}

/** After the change is on the page. */
function focusLater(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()))
}

/** Where one types, the browser's own undo is the one that is meant. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const keys = useRef({ undo, redo })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) keys.current.redo()
      else keys.current.undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** The page is left: what is not saved yet is saved, or the browser asks. */
function useLeaving(saver: Saver): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!saver.unsaved) return
      void saver.flush()
      event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') void saver.flush()
    }
    window.addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', hide)
      void saver.flush()
      saver.stop()
    }
  }, [saver])
}
