'use client'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'

export type ErrorProps = { error: Error & { digest?: string }; reset: () => void }

/** A page that could not be made. The number is the one in the server's log. */
export function ErrorPage({ error, reset, home }: ErrorProps & { home: { href: string; label: string } }) {
  const router = useRouter()
  const again = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <Page
      title="This page could not be made"
      lede="Something went wrong on our side. Nothing that was saved is lost; often it works a moment later."
    >
      <div className="mt-8 flex flex-wrap gap-2">
        <Button look="main" onClick={again}>
          Try again
        </Button>
        <ButtonLink href={home.href}>{home.label}</ButtonLink>
      </div>
      {error.digest ? (
        <p className="mt-6 text-13 text-ink-3">
          If it goes on, give this number: <span className="num">{error.digest}</span>
        </p>
      ) : null}
    </Page>
  )
}
