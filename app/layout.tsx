import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { CjkFont } from '@/components/shell/cjk-font'
import { Toasts } from '@/components/ui/toasts'

export const metadata: Metadata = {
  title: { default: 'Colloquy', template: '%s · Colloquy' },
  description:
    'A seminar room on the web: read together, argue in the margins, debate, weigh the evidence and vote.',
  robots: { index: false },
}
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // What stands at the foot of the window stands above an on-screen keyboard, and not behind it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#171512' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  return (
    <html lang="en" data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <body>
        {children}
        <Toasts />
        <CjkFont />
      </body>
    </html>
  )
}
