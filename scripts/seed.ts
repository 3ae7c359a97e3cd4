// Loads the ready-made seminar into an empty database. `npm start` runs it where it brings its own database.
import { readSeminar } from '@/content/load'
import { closeDb } from '@/lib/db'
import { loadSeminar } from '@/lib/exchange/seminar/load'
import { clearSeminar, seminarPresence } from '@/lib/exchange/seminar/presence'

async function seed(): Promise<string> {
  const presence = await seminarPresence()
  if (presence === 'whole') return 'The seminar is there already.'
  if (presence === 'other') return 'This database is in use; the seminar was not loaded.'
  if (presence === 'partial') await clearSeminar()
  const began = performance.now()
  const seminar = await readSeminar()
  await loadSeminar(seminar)
  return `Loaded “${seminar.course.title}” in ${Math.round(performance.now() - began)} ms.`
}

try {
  console.log(await seed())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await closeDb()
}
