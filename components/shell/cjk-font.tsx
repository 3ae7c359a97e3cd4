'use client'
import { useEffect } from 'react'

const CJK = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Noto Serif KR is over a hundred font faces: they are described only to pages that have such text. */
export function CjkFont() {
  useEffect(() => {
    if (CJK.test(document.body.innerText)) void import('@/components/shell/cjk-faces')
  })
  return null
}
