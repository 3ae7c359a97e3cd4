// Processor time from /proc (Linux alone): what a process and, for PostgreSQL, all of its children have used.
import { readdirSync, readFileSync } from 'node:fs'

const TICKS = 100 // USER_HZ of every Linux that Node runs on

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // its own time, and that of children which have ended (a vacuum's worker, say)
    const time = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)
    return { parent: Number(fields[1]), ms: (time * 1000) / TICKS }
  } catch {
    return null
  }
}

/** Milliseconds of processor time of `pid` and its living descendants; null where /proc is not there. */
export function cpuMs(pid) {
  const all = new Map()
  try {
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) all.set(Number(name), stat(name))
  } catch {
    return null
  }
  const mine = new Set([pid])
  for (let grew = true; grew; ) {
    grew = false
    for (const [child, info] of all)
      if (info && !mine.has(child) && mine.has(info.parent)) {
        mine.add(child)
        grew = true
      }
  }
  return [...mine].reduce((sum, p) => sum + (all.get(p)?.ms ?? 0), 0)
}
