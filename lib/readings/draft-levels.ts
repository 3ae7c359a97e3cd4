/** Level 1 is a page of the reader; deeper ones are headings inside the page before them (rules/pages.ts). No zod here: the browser needs it. */
export const MAX_LEVEL = 4
