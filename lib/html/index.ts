const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // It would come back from a parser as a line feed, and every offset after it would be wrong.
  '\r': '&#13;',
}

/** Text as HTML, in an element or an attribute, whoever wrote it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'\r]/g, (c) => ESCAPES[c] ?? c)
