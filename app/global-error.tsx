'use client'
import './globals.css'
import type { ErrorProps } from '@/components/shell/error-page'
import { buttonClass } from '@/components/ui/button'

/** Where even the frame of the page failed: no router, no fonts to wait for. */
export default function GlobalError({ error }: ErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Colloquy</title>
        <main id="main" className="mx-auto max-w-[1120px] px-6 py-12">
          <h1 className="text-24 sm:text-32">Colloquy could not be shown</h1>
          <p className="mt-3 font-serif text-19 text-ink-2 measure">
            Something went wrong on our side. Nothing that was saved is lost.
          </p>
          <button type="button" className={buttonClass('main', 'mt-8')} onClick={() => location.reload()}>
            Try again
          </button>
          {error.digest ? (
            <p className="mt-6 text-13 text-ink-3">If it goes on, give this number: {error.digest}</p>
          ) : null}
        </main>
      </body>
    </html>
  )
}
