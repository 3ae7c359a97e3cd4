import { demoPeople, hasPeople } from './database.mjs'
import { say } from './progress.mjs'
import { setupCode } from './secret.mjs'

const ROLES = {
  INSTRUCTOR: 'instructor',
  ASSISTANT: 'assistant',
  STUDENT: 'student',
  OBSERVER: 'observer',
}

const row = (label, text) => say(`  ${label.padEnd(12)} ${text}`)

function sayPeople(people) {
  row('Sign in', 'as one of these people, one click each on the sign-in page:')
  const width = Math.max(...people.map((p) => p.name.length))
  for (const { name, role, about } of people)
    row('', `  ${name.padEnd(width)}  ${ROLES[role] ?? 'site owner'}${about ? ` · ${about}` : ''}`)
}

async function sayDemo(database, { dataDir }, logFile) {
  const people = await demoPeople(database.url)
  if (people.length) sayPeople(people)
  row('Data', `${dataDir} (remove this folder to begin again)`)
  if (logFile) row('Log', logFile)
}

async function sayInstallation(database, { url }, secret) {
  row('Data', 'the database of DATABASE_URL')
  if (await hasPeople(database.url)) return
  row('First run', `open ${url}/welcome and create the site owner with the code ${setupCode(secret)}`)
}

/** What a person needs to know once the app answers. */
export async function greet({ database, settings, env, took, logFile }) {
  say()
  say(`Colloquy is ready (${took}).`)
  say()
  row('Open', env.NEXTAUTH_URL)
  if (database.embedded) await sayDemo(database, settings, logFile)
  else await sayInstallation(database, { url: env.NEXTAUTH_URL }, env.NEXTAUTH_SECRET)
  row('Stop', 'Ctrl-C')
  say()
}
