'use client'
import { type RefObject, useEffect, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { type FieldSpan, rangeOf, selectedIn } from './text-range'

/** Beside words selected by mouse or touch, once the selection has settled; not while they are chosen by keyboard. */
export function SelectionButton(props: {
  text: RefObject<HTMLElement | null>
  onChoose: (span: FieldSpan) => void
}) {
  const { text, onChoose } = props
  const [at, setAt] = useState<{ span: FieldSpan; left: number; top: number } | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const root = text.current
      const byKeys = document.activeElement instanceof HTMLButtonElement
      const span = root && !byKeys ? selectedIn(root, document.getSelection()) : null
      const rect = root && span ? rangeOf(root, span)?.getBoundingClientRect() : undefined
      const frame = root?.getBoundingClientRect()
      if (!span || !rect || !frame) return setAt(null)
      setAt({
        span,
        left: Math.min(rect.left - frame.left, frame.width - 120),
        top: rect.bottom - frame.top + 6,
      })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, 150)
    }
    document.addEventListener('selectionchange', later)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
    }
  }, [text])
  if (!at) return null
  return (
    <button
      type="button"
      className={buttonClass('main', 'absolute z-20 shadow-float')}
      style={{ left: Math.max(0, at.left), top: at.top }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation()
        document.getSelection()?.removeAllRanges()
        setAt(null)
        onChoose(at.span)
      }}
    >
      Remark on this
    </button>
  )
}
