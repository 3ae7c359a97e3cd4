/** Said at the end of a paper on which it stands. */
export const MISSING_WORDS =
  'Signs in square brackets, such as [U+1F600], are not in the fonts of this file and are given by their number in Unicode. The page on the site shows them.'

/** What is never drawn by itself: joiners, marks of direction, variation selectors, soft hyphens. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const CONTROL = /(?!\n)\p{Cc}/gu

/** The text as it is set: one kind of space, each letter with its marks as one sign where there is one, nothing unseen. */
export const visible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]/gu, ' ')
    .replace(UNSEEN, '')
    .replace(CONTROL, '')

/** Signs that no font has, by their numbers: "[U+1F600]". */
export const shownCodes = (lost: string): string =>
  lost
    ? `[${Array.from(lost, (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`
    : ''
