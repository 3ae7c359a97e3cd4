/** See checker.mjs. */
export function check(
  certificate: unknown,
  ballots: { ranking?: string[][]; scores?: Record<string, number>; count?: number }[],
): { ok: true } | { ok: false; fault: string }
