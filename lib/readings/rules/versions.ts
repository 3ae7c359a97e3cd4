type Earlier = { version: number; until: string }

/** The version of a section that stood at that time. ISO dates in UTC compare as they are. */
export const versionAt = (earlier: readonly Earlier[], current: number, at: string): number =>
  earlier.find(({ until }) => at < until)?.version ?? current
