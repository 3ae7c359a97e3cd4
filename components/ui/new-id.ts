/** An id made here, so that a request sent twice does one thing. Absent where the page is not served securely. */
export const newId = (): string | undefined => globalThis.crypto?.randomUUID?.()
