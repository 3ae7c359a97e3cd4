import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDiskFull, lastLines, Plain } from './plain.mjs'
import { step } from './progress.mjs'
import { Failed, runNode } from './run.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const LOCK_STAMP = 'node_modules/.colloquy-lock'
const CLIENT = 'lib/generated'
const CLIENT_STAMP = join(CLIENT, '.colloquy-schema')

/** Whether npm's own record of what is installed agrees with the lock (an install that somebody ran by hand). */
function installedByHand() {
  try {
    const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
    const wanted = packages('package-lock.json')
    const there = packages('node_modules/.package-lock.json')
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => !path || optional || there[path]?.version === version,
    )
  } catch {
    return false
  }
}

function isInstalled(stamp) {
  if (!existsSync('node_modules/.package-lock.json')) return false
  if (readStamp(LOCK_STAMP) === stamp) return true
  if (!installedByHand()) return false
  writeStamp(LOCK_STAMP, stamp)
  return true
}

/** npm's own script where npm started us, so that it is the same npm; else the one beside this Node. */
function npmScript() {
  const beside = join(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js')
  const found = [process.env.npm_execpath, beside, '/usr/share/nodejs/npm/bin/npm-cli.js'].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  )
  if (!found) throw new Plain('npm was not found. Start Colloquy by `npm start`.')
  return found
}

function installTrouble(error, logFile) {
  if (!(error instanceof Failed) || isDiskFull(error)) return error
  const offline = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(error.output)
  const what = offline
    ? 'The packages could not be fetched. Is this machine online?'
    : 'The packages could not be installed.'
  const errors = error.output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return new Plain(`${what} npm said (all of it: ${logFile}):\n${lastLines(errors.slice(0, 8).join('\n'))}`)
}

/** Installs what package-lock.json says where it is not installed yet. Development tools too: tests need them. */
export async function ensureInstalled({ dataDir, signal }) {
  const stamp = hashOf(['package-lock.json'])
  if (isInstalled(stamp)) return
  mkdirSync(dataDir, { recursive: true })
  const logFile = join(dataDir, 'install.log')
  const npm = [npmScript(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier']
  try {
    await step('Installing the packages', () => runNode('npm ci', npm, { signal, logFile, grace: 500 }))
  } catch (error) {
    throw installTrouble(error, logFile)
  }
  writeStamp(LOCK_STAMP, stamp)
}

/** Generates the database client where it is missing or made from another schema or another Prisma. */
export async function ensureClient({ dataDir, signal }) {
  const stamp = hashOf(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (existsSync(join(CLIENT, 'prisma/client.ts')) && readStamp(CLIENT_STAMP) === stamp) return
  mkdirSync(dataDir, { recursive: true })
  const logFile = join(dataDir, 'generate.log')
  const prisma = ['node_modules/prisma/build/index.js', 'generate']
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  try {
    await step('Generating the database client', () =>
      runNode('prisma generate', prisma, { signal, logFile, env }),
    )
  } catch (error) {
    if (!(error instanceof Failed) || isDiskFull(error)) throw error
    throw new Plain(`The database client could not be generated:\n${lastLines(error.output)}`)
  }
  writeStamp(CLIENT_STAMP, stamp)
}
