import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { setupCode as codeOfTheApp } from '@/lib/accounts/setup'
import { explain, Plain } from './plain.mjs'
import { freePort, requireFreePort } from './port.mjs'
import { Failed, runNode } from './run.mjs'
import { readSecret, setupCode } from './secret.mjs'
import { hashOf } from './stamp.mjs'
import { playwrightTotals, vitestTotals } from './test-results.mjs'

const folder = mkdtempSync(join(tmpdir(), 'colloquy-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('npm start', () => {
  it('says in one sentence, before anything else, that the port is busy', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const run = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'never-made') },
    })
    let errors = ''
    run.stderr.on('data', (chunk) => {
      errors += chunk
    })
    const [code] = await once(run, 'close')
    server.close()
    expect(code).toBe(1)
    expect(errors.trim()).toBe(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    )
    expect(statSync(join(folder, 'never-made'), { throwIfNoEntry: false })).toBeUndefined()
  })

  it('refuses a PORT that is none', () => {
    const env = { ...process.env, PORT: 'three thousand' }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], { env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('PORT is "three thousand", which is not a port.')
  })

  it('refuses a PORT that no browser opens', () => {
    const env = { ...process.env, PORT: '6000' }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], { env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('No browser opens port 6000. Choose another: PORT=3001 npm start')
  })

  it('finds no fault with a port that is free', async () => {
    await expect(requireFreePort(await freePort(), '127.0.0.1')).resolves.toBeUndefined()
  })

  it('makes a secret once, for its owner alone', () => {
    const secret = readSecret(join(folder, 'data'), '')
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(readSecret(join(folder, 'data'), '')).toBe(secret)
    expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600)
    expect(readSecret(join(folder, 'data'), 'given')).toBe('given')
  })

  it('prints the setup code that the app asks for', () => {
    expect(setupCode('some secret')).toBe(codeOfTheApp('some secret'))
  })
})

describe('what a failure is called', () => {
  it.each([
    Object.assign(new Error('write'), { code: 'ENOSPC' }),
    Object.assign(new Error('could not extend file'), { code: '53100' }),
    new Failed('npm ci', { code: 1, signal: null, output: 'npm error ENOSPC: no space left on device' }),
    Object.assign(new Plain('The app stopped.'), {
      output: 'PANIC: could not write: No space left on device',
    }),
  ])('a full disk, wherever it shows: $message', (error) => {
    expect(explain(error)).toMatch(/^The disk is full\. [^\n]+$/)
  })

  it('a sentence stays as it is', () => {
    expect(explain(new Plain('Say this.'))).toBe('Say this.')
  })
})

describe('the stamp of the sources', () => {
  const src = join(folder, 'src')
  mkdirSync(join(src, 'deep'), { recursive: true })
  writeFileSync(join(src, 'a.ts'), 'one')
  writeFileSync(join(src, 'deep/b.ts'), 'two')
  const stamp = () => hashOf([src, join(folder, 'not-there')], (path) => path.endsWith('.test.ts'))

  it('changes with contents, names and new files, and with nothing else', () => {
    const before = stamp()
    expect(stamp()).toBe(before)
    writeFileSync(join(src, 'a.test.ts'), 'a test')
    expect(stamp()).toBe(before)
    writeFileSync(join(src, 'a.ts'), 'One')
    const changed = stamp()
    expect(changed).not.toBe(before)
    writeFileSync(join(src, 'c.ts'), '')
    expect(stamp()).not.toBe(changed)
    rmSync(join(src, 'c.ts'))
    writeFileSync(join(src, 'a.ts'), 'one')
    expect(stamp()).toBe(before)
  })
})

describe('a child process', () => {
  it('dies with its parent, and so do its own children, however the parent goes', async () => {
    const pids = join(folder, 'pids')
    const grandchild = 'setInterval(() => {}, 1000)'
    const child = `
      const { spawn } = require('node:child_process')
      const own = spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}])
      require('node:fs').writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + own.pid)
      setInterval(() => {}, 1000)`
    const parent = `
      import { startNode } from ${JSON.stringify(join(import.meta.dirname, 'run.mjs'))}
      startNode(['-e', ${JSON.stringify(child)}])
      setInterval(() => {}, 1000)`
    const run = spawn(process.execPath, ['--input-type=module', '-e', parent], { stdio: 'ignore' })
    const family = await eventually(() => readFileSync(pids, 'utf8').split(' ').map(Number))
    expect(family.every(isAlive)).toBe(true)
    run.kill('SIGKILL')
    await eventually(() => {
      if (family.some(isAlive)) throw new Error('still there')
    })
  })

  it('is ended when its signal aborts', async () => {
    const control = new AbortController()
    const script = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)"
    setTimeout(() => control.abort(new Error('enough')), 300)
    await expect(runNode('It', ['-e', script], { signal: control.signal })).rejects.toThrow('enough')
  })

  it('answers its output, and fails with it', async () => {
    expect(await runNode('It', ['-e', 'console.log(1); console.error(2)'])).toMatch(/^(1\n2|2\n1)\n$/)
    const failing = runNode('It', ['-e', "console.log('why'); process.exit(3)"])
    await expect(failing).rejects.toMatchObject({ code: 3, output: 'why\n', message: 'It ended with 3' })
  })
})

describe('the totals of npm test', () => {
  const report = (name: string, content: unknown) => {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }

  it('count a test file that could not be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const fine = { status: 'passed', assertionResults: [{}] }
    const file = report('vitest.json', { numPassedTests: 7, numFailedTests: 1, testResults: [broken, fine] })
    expect(vitestTotals(file)).toEqual({ passed: 7, failed: 2 })
  })

  it('count what Playwright could not run', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }
    expect(playwrightTotals(report('playwright.json', { stats, errors: [{}] }))).toEqual({
      passed: 5,
      failed: 2,
      flaky: 1,
    })
  })

  it('count a runner without a report as a failure', () => {
    expect(vitestTotals(join(folder, 'no-report.json'))).toEqual({ passed: 0, failed: 1 })
  })
})

/** The answer of `work` once it stops throwing, within five seconds. */
async function eventually<T>(work: () => T): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return work()
    } catch (error) {
      if (tries > 100) throw error
      await sleep(50)
    }
}
