'use client'
import { useEffect } from 'react'

const CJK = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

const typed = (event: Event): string =>
  event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    ? event.target.value
    : ''

/**
 * Noto Serif KR is over a hundred font faces: they are described only to pages that have such text, whether it comes
 * with the page, arrives live or is being typed.
 */
export function CjkFont() {
  useEffect(() => {
    const load = () => {
      stop()
      void import('@/components/shell/cjk-faces')
    }
    const look = (text: string | null) => {
      if (text && CJK.test(text)) load()
    }
    const onInput = (event: Event) => look(typed(event))
    const observer = new MutationObserver((records) => {
      for (const record of records) for (const node of record.addedNodes) look(node.textContent)
    })
    const stop = () => {
      observer.disconnect()
      document.removeEventListener('input', onInput)
    }
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('input', onInput)
    look(document.body.textContent)
    return stop
  }, [])
  return null
}
