import type { Metadata } from 'next'
import { SiteBar } from '@/components/shell/site-bar'
import { Chip } from '@/components/ui/bits'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { type OutboxMail, outbox } from '@/lib/mail/outbox'
import { forPage, pageViewer } from '@/lib/server/page'
import { shortDate } from '@/lib/time'

export const metadata: Metadata = { title: 'Outbox' }

const STATES = {
  HERE: null,
  SENT: <Chip>Sent</Chip>,
  WAITING: <Chip tone="accent">Waiting</Chip>,
  FAILED: <Chip tone="warn">Not sent</Chip>,
}

/** The addresses in a message of ours as links; all else as it stands. */
function Text({ text }: { text: string }) {
  let at = 0
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    const key = at
    at += part.length
    if (!/^https?:\/\//.test(part)) return part
    return (
      <a key={key} href={part} rel="noreferrer" className="text-accent underline wrap-anywhere">
        {part}
      </a>
    )
  })
}

function Mail({ mail }: { mail: OutboxMail }) {
  const head = (
    <>
      <span className="font-medium">{mail.subject}</span> {STATES[mail.state]}
      <span className="block text-13 text-ink-3">
        To {mail.to} · {shortDate(mail.at, 'UTC')} UTC
      </span>
    </>
  )
  return (
    <li className="border-t border-rule py-3 text-14">
      {mail.text === null ? (
        <div>{head}</div>
      ) : (
        <details>
          <summary className="cursor-pointer">{head}</summary>
          <p className="mt-3 whitespace-pre-wrap measure border-l-2 border-rule pl-4 text-ink-2">
            <Text text={mail.text} />
          </p>
        </details>
      )}
      {mail.error ? <p className="mt-1 text-13 text-bad wrap-anywhere">{mail.error}</p> : null}
    </li>
  )
}

const LEDES = {
  sent: 'Mail goes out by the server that SMTP_URL names. What was written is between it and whoever gets it; here is how it went.',
  kept: 'No mail server is set (SMTP_URL), so what would have been sent stays here, for you to read or to pass on.',
}

export default async function OutboxPage() {
  const viewer = await pageViewer()
  const { sends, mails } = await forPage(outbox(viewer.actor))
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page eyebrow="Site owner" title="Outbox" lede={sends ? LEDES.sent : LEDES.kept}>
        {mails.length ? (
          <ul className="mt-8 border-b border-rule">
            {mails.map((mail) => (
              <Mail key={mail.id} mail={mail} />
            ))}
          </ul>
        ) : (
          <Empty title="No mail yet">
            Digests of what people have not read, and links to sign in, appear here.
          </Empty>
        )}
      </Page>
    </>
  )
}
