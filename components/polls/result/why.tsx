import type { ReactNode } from 'react'
import { Words } from '@/components/polls/words'
import { Section } from '@/components/ui/page'
import type { Certificate } from '@/lib/polls/certificate/types'
import { titleOf, whyOf } from '@/lib/polls/certificate/why'
import { list, namesOf } from '@/lib/polls/rules/sentence'
import type { PollOptionDto } from '@/lib/polls/schema'
import { CheckCertificates } from './check-certificates'
import { Proof } from './proof'

type Props = {
  certificates: Certificate[]
  options: PollOptionDto[]
  /** Where the certificates can be had, and what they are then called; null while the poll is open. */
  file: { href: string; name: string } | null
}

/** Each method's winner with its reasons: sentences, and, folded, the numbers that they rest on. */
export function Why({ certificates, options, file }: Props) {
  return (
    <Section
      title="Why this winner"
      sub={
        certificates.length > 1
          ? 'Method by method: the reasons in sentences, and the numbers that they rest on.'
          : 'The reasons in sentences, and the numbers that they rest on.'
      }
    >
      <div className="border-t border-rule">
        {certificates.map((certificate, i) => (
          <Method
            key={certificate.method}
            certificate={certificate}
            options={options}
            open={i === 0 && certificates.length > 1}
          />
        ))}
      </div>
      {file ? <CheckIt {...file} /> : null}
    </Section>
  )
}

function Method({
  certificate,
  options,
  open,
}: {
  certificate: Certificate
  options: PollOptionDto[]
  open: boolean
}) {
  const name = namesOf(options)
  return (
    <details open={open} className="border-b border-rule">
      <summary className="cursor-pointer py-2.5 text-14">
        <span className="font-medium">{titleOf(certificate)}</span>
        <span className="text-ink-2">
          {': '}
          <Words parts={list(certificate.winners, name)} />
          {certificate.winners.length > 1 ? ' level' : ''}
        </span>
      </summary>
      <div className="grid gap-3 pb-5 pl-4">
        {whyOf(certificate, name).map((sentence, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons never change their order
          <p key={i} className="max-w-[70ch] font-serif text-16 text-ink-2">
            <Words parts={sentence} />
          </p>
        ))}
        <Proof certificate={certificate} options={options} />
      </div>
    </details>
  )
}

const Command = ({ children }: { children: ReactNode }) => (
  <code className="block max-w-full rounded-md bg-sunk px-3 py-2 font-mono text-13 whitespace-pre-wrap wrap-anywhere">
    {children}
  </code>
)

function CheckIt({ href, name }: { href: string; name: string }) {
  return (
    <div className="mt-4 grid max-w-[70ch] grid-cols-[minmax(0,1fr)] justify-items-start gap-3 text-13 text-ink-3">
      <p>
        The certificates hold these numbers and the anonymous ballots. A small program of its own, which
        shares nothing with the one that counted, checks them here or in a folder of Colloquy’s source:
      </p>
      <Command>node scripts/check-certificate.mjs {name}</Command>
      <CheckCertificates href={href} />
    </div>
  )
}
