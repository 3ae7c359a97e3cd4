import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDiskFull, lastLines, Plain } from './plain.mjs'
import { step } from './progress.mjs'
import { Failed, runNode } from './run.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

export const NEXT = 'node_modules/next/dist/bin/next'

const SOURCES = [
  ...['app', 'components', 'lib', 'content', 'prisma', 'public'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]

/** Made files and tests do not reach the build. */
const isNoSource = (path) =>
  path === join('lib', 'generated') || path === join('lib', 'testing') || /\.test\.tsx?$/.test(basename(path))

export const sourcesStamp = () => hashOf(SOURCES, isNoSource)

const isBuilt = (distDir, stamp) =>
  existsSync(join(distDir, 'BUILD_ID')) && readStamp(join(distDir, 'colloquy-sources')) === stamp

/** Builds the app into `distDir` where the sources are not those of the build that is there. */
export async function ensureBuilt({ dataDir, signal, distDir = '.next' }) {
  const stamp = sourcesStamp()
  const stampFile = join(distDir, 'colloquy-sources')
  if (isBuilt(distDir, stamp)) return
  rmSync(stampFile, { force: true })
  mkdirSync(dataDir, { recursive: true })
  const logFile = join(dataDir, 'build.log')
  try {
    await step('Building the app', () =>
      runNode('next build', [NEXT, 'build'], {
        signal,
        logFile,
        grace: 1000,
        env: buildEnvironment(distDir),
      }),
    )
  } catch (error) {
    if (!(error instanceof Failed) || isDiskFull(error)) throw error
    throw new Plain(
      `The app could not be built. The last lines (all of it: ${logFile}):\n${lastLines(error.output)}`,
    )
  }
  writeStamp(stampFile, stamp)
}

function buildEnvironment(distDir) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  if (distDir !== '.next') env.NEXT_DIST_DIR = distDir
  return env
}
