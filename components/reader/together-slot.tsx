'use client'
import { lazy, Suspense } from 'react'
import { useMounted } from '@/components/ui/use-mounted'
import type { ArticleRef } from './together'

const Together = lazy(() => import('./together').then((m) => ({ default: m.Together })))

/**
 * Who is here, and who leads: nothing of it is needed to read, so it comes after the text and the notes, and the server
 * makes no boundary for it. Its place is kept free, so that nobody's coming moves the text.
 */
export function TogetherSlot({ article }: { article: ArticleRef }) {
  const mounted = useMounted()
  return (
    <div className="flex items-center justify-end gap-2 h-7 -mt-4 sm:float-right sm:-mt-1.5 sm:ml-4 print:hidden">
      {mounted ? (
        <Suspense>
          <Together article={article} />
        </Suspense>
      ) : null}
    </div>
  )
}
