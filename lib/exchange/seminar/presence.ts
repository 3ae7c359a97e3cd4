import { db } from '@/lib/db'

export type Presence = 'absent' | 'partial' | 'whole' | 'other'

/** What the database holds: nothing, the seminar, part of it (a load that was cut off), or somebody's own data. */
export async function seminarPresence(): Promise<Presence> {
  if ((await db.event.count({ where: { type: 'seminar.loaded' } })) > 0) return 'whole'
  const people = await db.user.count()
  if (people === 0) return 'absent'
  return people === (await db.user.count({ where: { demo: true } })) ? 'partial' : 'other'
}

/** Takes away what a load that was cut off left behind. Touches a database of demo people alone. */
export async function clearSeminar(): Promise<void> {
  if ((await seminarPresence()) !== 'partial') throw new Error('This database holds more than the seminar.')
  await db.course.deleteMany()
  await db.user.deleteMany({ where: { demo: true } })
}
