'use client'
import { useEffect } from 'react'

/** A link to a row (#E07) opens what the row folds away, and the bench that it may be on. */
export function OpenTarget() {
  useEffect(() => {
    const open = () => {
      const row = document.getElementById(location.hash.slice(1))
      row?.querySelector('details')?.setAttribute('open', '')
      row?.closest('details')?.setAttribute('open', '')
      row?.scrollIntoView()
    }
    open()
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [])
  return null
}
