import { buttonClass } from '@/components/ui/button'

/** The page as a file for paper. */
export const PdfLink = ({ href }: { href: string }) => (
  <a className={buttonClass()} href={href} download>
    PDF
  </a>
)

/** Where it matters: what the file cannot show as the page does. */
export function PdfHint({ html }: { html: readonly string[] }) {
  if (!html.some((text) => text.includes('<math'))) return null
  return (
    <p className="mt-1 text-13 text-ink-3 print:hidden">
      In the PDF, formulas stand as they were typed. Print the page to have them set.
    </p>
  )
}
