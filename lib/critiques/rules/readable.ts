/** A text as it was typed, but for the addresses of its quotations, which nobody reads: their labels stay. */
export const readable = (text: string): string =>
  text.replace(/\[((?:[^\]\\]|\\.)*)\]\(quote:[a-z]+\/[^)\s]+\)/g, '$1')
