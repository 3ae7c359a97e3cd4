// Which live script a data folder belongs to. A pid alone can by now be somebody else's, hence the look at the command.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf } from './process-table.mjs'

const fileOf = (folder) => join(folder, 'owner.pid')

/** The pid of the other live process that owns the folder, or null. */
export function otherOwner(folder) {
  let pid
  try {
    pid = Number(readFileSync(fileOf(folder), 'utf8'))
  } catch {
    return null
  }
  return pid !== process.pid && /\bnode\b/.test(commandOf(pid) ?? '') ? pid : null
}

export function own(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(folder), String(process.pid))
}

export const disown = (folder) => rmSync(fileOf(folder), { force: true })
