import 'server-only'
import { listener } from '@/lib/events'
import { log } from '@/lib/log'
import { type Outcome, type Running, readInChild } from './child-process'
import { beat, type ClaimedJob, claimJob, fail, finish, type Lease, type Progress, release } from './lease'

/** Jobs whose process died are looked for this often; new ones are told of. */
const LOOK_MS = 15_000
const TICK_MS = 500
const BEAT_MS = 5000

type Now = { lease: Lease; running: Running; check: () => void }
type Supervisor = { now: Now | null; busy: boolean; again: boolean; stopping: boolean }
const g = globalThis as unknown as { colloquyImports?: Supervisor }

/** One file at a time is read for each process of the app. Starts once; tells of nothing but what goes wrong. */
export function superviseImports(): void {
  if (g.colloquyImports) return
  const s: Supervisor = { now: null, busy: false, again: false, stopping: false }
  g.colloquyImports = s
  listener().subscribers.add((wake) => {
    if (wake.kind === 'import' && s.now?.lease.id === wake.jobId) s.now.check()
    if (wake.kind === 'import' || wake.kind === 'resumed') void work(s)
  })
  setInterval(() => void work(s), LOOK_MS).unref()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(s))
  void work(s)
}

function stop(s: Supervisor): void {
  s.stopping = true
  if (!s.now) return
  const { lease, running } = s.now
  running.stop()
  release(lease).catch(() => {})
}

/** Takes jobs until there is none. A call while it works makes it look once more. */
async function work(s: Supervisor): Promise<void> {
  s.again = true
  if (s.busy) return
  s.busy = true
  try {
    while (s.again && !s.stopping) {
      s.again = false
      for (let job = await claimJob(); job && !s.stopping; job = await claimJob()) await run(s, job)
    }
  } catch (error) {
    log.warn({ error: String(error) }, 'imports could not be looked for; trying again')
  } finally {
    s.busy = false
  }
}

async function run(s: Supervisor, { lease, fileName, mediaType, bytes }: ClaimedJob): Promise<void> {
  const progress: Progress = { stage: 'opening', done: 0, total: 0 }
  const running = readInChild({ bytes, name: fileName, type: mediaType }, (done, total) =>
    Object.assign(progress, { stage: 'reading', done, total }),
  )
  const pulse = keepBeating(lease, progress, running)
  s.now = { lease, running, check: pulse.now }
  try {
    const outcome = await running.outcome
    await pulse.end()
    await settle(lease, fileName, outcome)
  } finally {
    running.stop()
    await pulse.end()
    s.now = null
  }
}

/** Writes how far it is, at most twice a second; stops the reading when the job is no longer ours (cancelled, or taken). */
function keepBeating(lease: Lease, progress: Progress, running: Running) {
  let told = ''
  let at = Date.now()
  let writing: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    told = JSON.stringify(progress)
    at = Date.now()
    try {
      if (!(await beat(lease, progress))) running.stop()
    } catch (error) {
      log.warn({ error: String(error), jobId: lease.id }, 'the progress of an import could not be written')
    }
  }
  const now = () => {
    writing = writing.then(write)
  }
  const timer = setInterval(() => {
    if (JSON.stringify(progress) !== told || Date.now() - at > BEAT_MS) now()
  }, TICK_MS)
  const end = () => {
    clearInterval(timer)
    return writing
  }
  return { now, end }
}

async function settle(lease: Lease, fileName: string, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'stopped') return
  if (outcome.kind === 'read') {
    await finish(lease, fileName, outcome.reading)
    return
  }
  if (outcome.cause)
    log.error({ jobId: lease.id, code: outcome.code, cause: outcome.cause }, 'an import failed')
  await fail(lease, outcome.code, outcome.message)
}
