'use client'
import dynamic from 'next/dynamic'
import type { ArticleRef } from './together'

const Together = dynamic(() => import('./together').then((m) => m.Together), { ssr: false })

/**
 * Who is here, and who leads: nothing of it is needed to read, so it comes after the text and the notes. Its place is
 * kept free, so that nobody's coming moves the text.
 */
export function TogetherSlot({ article }: { article: ArticleRef }) {
  return (
    <div className="flex items-center justify-end gap-2 h-7 -mt-4 sm:float-right sm:-mt-1.5 sm:ml-4 print:hidden">
      <Together article={article} />
    </div>
  )
}
