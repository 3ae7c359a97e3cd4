/** The address of a cell's own page; `base` is the matrix's. */
export const cellPath = (base: string, row: string, column: string): string =>
  `${base}/${encodeURIComponent(row)}/${encodeURIComponent(column)}`
