/** Who is in which section, as one process tells it to the others: short ids, and the names that may be shown. */
export type Attendance = {
  /** By section: "1a2b3c4dName" for the first few, "1a2b3c4d" for the others. */
  sections: Record<string, string[]>
  /** By section: how many more there was no room for. */
  more: Record<string, number>
}

export type Here = { sectionId: string; memberId: string; name: string }

/** What the members of a section are shown. */
export type Presence = { section: string; count: number; people: { id: string; name: string }[] }

const ID = 8
/** One more than are drawn: a reader does not count among those beside them. */
export const NAMED = 6
const MOST_BYTES = 7600
const LONGEST_NAME = 40

/** The end of a uuid of version 7 is chance; its beginning is the time, which a class that joins together shares. */
export const shortId = (id: string): string => id.slice(-ID)

/** Bounded to what one notification carries: first names go, then people become a number. */
export function attendanceOf(here: Iterable<Here>): Attendance {
  const attendance: Attendance = { sections: {}, more: {} }
  const seen = new Set<string>()
  let bytes = 100
  for (const { sectionId, memberId, name } of here) {
    const key = `${sectionId}${memberId}`
    if (seen.has(key)) continue
    seen.add(key)
    const others = attendance.sections[sectionId]
    const named = (others?.length ?? 0) < NAMED ? [...name].slice(0, LONGEST_NAME).join('') : ''
    const entry = shortId(memberId) + named
    const cost = Buffer.byteLength(JSON.stringify(entry)) + 1 + (others ? 0 : 48)
    if (bytes + cost > MOST_BYTES) {
      attendance.more[sectionId] = (attendance.more[sectionId] ?? 0) + 1
      continue
    }
    bytes += cost
    attendance.sections[sectionId] = [...(others ?? []), entry]
  }
  return attendance
}

/** Everybody in a section, whichever processes their streams are at; each person once. */
export function presenceIn(section: string, attendances: Iterable<Attendance>): Presence {
  const names = new Map<string, string>()
  let more = 0
  for (const { sections, more: unnamed } of attendances) {
    more += unnamed[section] ?? 0
    for (const entry of sections[section] ?? []) {
      const [id, name] = [entry.slice(0, ID), entry.slice(ID)]
      names.set(id, names.get(id) || name)
    }
  }
  const people = [...names].filter(([, name]) => name).map(([id, name]) => ({ id, name }))
  people.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  return { section, count: names.size + more, people: people.slice(0, NAMED) }
}
