// What is up to date is known by content: a hash of the sources beside what was made of them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

function* filesUnder(path, skip) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat || skip(path)) return
  if (!stat.isDirectory()) yield path
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name), skip)
}

/**
 * A hash over names and contents of all files under `paths`; missing paths count as empty.
 * @param {string[]} paths
 * @param {(path: string) => boolean} skip
 */
export function hashOf(paths, skip = () => false) {
  const hash = createHash('sha256')
  for (const root of paths)
    for (const file of filesUnder(root, skip)) {
      const bytes = readFileSync(file)
      hash.update(`${file}\0${bytes.length}\0`).update(bytes)
    }
  return hash.digest('hex')
}

export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

export const writeStamp = (file, stamp) => writeFileSync(file, `${stamp}\n`)
