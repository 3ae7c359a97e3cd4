'use client'
import { ErrorPage, type ErrorProps } from '@/components/shell/error-page'
import { TopBar } from '@/components/shell/top-bar'

export default function RootError(props: ErrorProps) {
  return (
    <>
      <TopBar home="/" title="Colloquy" />
      <ErrorPage {...props} home={{ href: '/', label: 'Go to your courses' }} />
    </>
  )
}
