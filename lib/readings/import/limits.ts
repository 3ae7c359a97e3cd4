/**
 * How much of a stranger's file is opened. The importer's process may use 512 MB and 60 s; these bounds
 * keep a file well inside both, so that the refusal is a sentence and not a dead process.
 */
export const LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  /** HTML and XML cost some twenty times their size once parsed. */
  markupBytes: 12 * 1024 * 1024,
  /** Characters of text in the result; "War and Peace" has 3.2 million. */
  textChars: 5_000_000,
  pages: 1_000,
  /** A page of print has some 4,000 characters; a drawing with this many labels is not prose. */
  pageItems: 60_000,
  zipEntries: 4_000,
  zipEntryBytes: 64 * 1024 * 1024,
  zipTotalBytes: 160 * 1024 * 1024,
  /** Deflate reaches 1032:1 at most; XML in real documents stays under some 40:1. */
  zipRatio: 200,
  /** Ratios are looked at from this size on: a small file of zeros harms nobody. */
  zipRatioFloor: 1024 * 1024,
  /** Content streams of a PDF: the same thought as for zips. */
  pdfStreamBytes: 64 * 1024 * 1024,
  depth: 256,
  /** Start and end tags of one HTML or XML part. */
  tags: 600_000,
  /** Signs "<" that open no tag, and characters named by "&…;". */
  strays: 20_000,
  entities: 300_000,
  milliseconds: 55_000,
  warnings: 50,
} as const

const MB = 1024 * 1024
export const megabytes = (bytes: number) => `${Math.round(bytes / MB)} MB`
