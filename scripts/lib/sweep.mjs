// Servers of test runs that were killed: their folders lie in the temporary folder and nobody owns them any more.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { otherOwner } from './owner.mjs'
import { commandOf } from './process-table.mjs'

const OLD_MS = 60_000

function endServer(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    if (commandOf(pid)?.includes(folder)) process.kill(pid, 'SIGQUIT')
  } catch {
    // no server, or not ours to end
  }
}

/** Ends what killed test runs of this user left behind. */
export function sweepTestFolders() {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (!/^colloquy-(test|e2e|migrate)-/.test(name) || otherOwner(folder) !== null) continue
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (!stat || stat.uid !== process.getuid?.() || Date.now() - stat.mtimeMs < OLD_MS) continue
    endServer(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
