/** A remark is told from the others by its words: there is one for the same words. */
export const remarkIdOf = (r: { fieldCode: string; start: number; end: number }): string =>
  `${r.fieldCode}-${r.start}-${r.end}`
