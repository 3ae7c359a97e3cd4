type Window = { reviewsDueAt: Date | null; reviewsReleasedAt: Date | null }

/** Reviews are written and changed until they are due, that moment included, and never once authors have them. */
export const reviewsOpen = ({ reviewsDueAt, reviewsReleasedAt }: Window, at: Date): boolean =>
  reviewsReleasedAt === null && (reviewsDueAt === null || at <= reviewsDueAt)
