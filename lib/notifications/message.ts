import { escapeHtml } from '@/lib/html'
import { htmlMessage, link } from '@/lib/mail/html'
import { happened } from './rules'
import type { NoticeDto } from './schema'

export type Digest = {
  name: string
  course: string
  courseSlug: string
  notices: NoticeDto[]
  /** The site's address, without a slash at its end. */
  site: string
  unsubscribeToken: string
}

/** What fits into a message that is read at breakfast. */
const MOST = 30

function subjectOf({ notices, course }: Digest): string {
  const [first] = notices
  const authors = [...new Set(notices.map((n) => n.author))]
  if (notices.length === 1 && first) return `${happened(first.kind, first.author)} · ${course}`
  const [a, b, ...others] = authors
  const who = others.length ? `${a}, ${b} and ${others.length} more` : authors.join(' and ')
  return `${notices.length} notices: ${who} · ${course}`
}

const textOf = (digest: Digest, urls: Urls): string =>
  [
    `${digest.course}: what you have not read`,
    ...digest.notices
      .slice(0, MOST)
      .map((n) => `${happened(n.kind, n.author)}\n${n.where}\n“${n.excerpt}”\n${digest.site}${n.href}`),
    ...(digest.notices.length > MOST ? [`And ${digest.notices.length - MOST} more.`] : []),
    `All of it: ${urls.all}`,
    `No more of these: ${urls.stop}`,
  ].join('\n\n')

function htmlOf(digest: Digest, urls: Urls): string {
  const items = digest.notices.slice(0, MOST).map(
    (n) => `<p style="margin:0 0 1.2em">${link(digest.site + n.href, happened(n.kind, n.author))}<br>
<span style="color:#6c665e;font-size:14px">${escapeHtml(n.where)}</span><br>“${escapeHtml(n.excerpt)}”</p>`,
  )
  const foot = `<p style="margin-top:2em;font-size:14px;color:#6c665e">${link(urls.all, 'All of it')} · ${link(urls.stop, 'No more of these')}</p>`
  const heading = `<h1 style="font-size:20px">${escapeHtml(digest.course)}: what you have not read</h1>`
  return htmlMessage(subjectOf(digest), [heading, ...items, foot].join('\n'))
}

type Urls = { all: string; stop: string }

/**
 * One message: who wrote, where and how it begins. One click ends it (RFC 8058): the address in the header takes the
 * mail program's POST, and shows a button to a person.
 */
export function digestMessage(digest: Digest) {
  const token = encodeURIComponent(digest.unsubscribeToken)
  const urls = {
    all: `${digest.site}/courses/${digest.courseSlug}/notifications`,
    stop: `${digest.site}/unsubscribe?token=${token}`,
  }
  return {
    subject: subjectOf(digest),
    text: textOf(digest, urls),
    html: htmlOf(digest, urls),
    headers: {
      'List-Unsubscribe': `<${digest.site}/api/unsubscribe?token=${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
