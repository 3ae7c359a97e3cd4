import { escapeHtml } from '@/lib/html'

/** A whole message around paragraphs that are HTML already. */
export const htmlMessage = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;background:#fbfaf6;color:#1e1b17;font:16px/1.55 Georgia,serif">
<div style="max-width:36em;margin:0 auto">
${body}
</div></body></html>`

export const link = (href: string, words: string): string =>
  `<a href="${escapeHtml(href)}" style="color:#2b6a5f">${escapeHtml(words)}</a>`
