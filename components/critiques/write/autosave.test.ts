import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DraftText } from '@/lib/critiques/schema'
import { Autosave, DEBOUNCE_MS } from './autosave'
import { keepLocal } from './local-copy'
import type { Refusal, Transport } from './transport'

const AT = '2026-11-26T08:00:00.000Z'

/** A server with one critique, which can be made to fail or to lose its answers. */
function fakeServer() {
  const stored: DraftText = { revision: 3, savedAt: AT, answers: { A: 'a', B: 'b' } }
  const server = { stored, fail: null as string | null, loseAnswer: false, saves: 0, keptAlive: 0 }
  const refusal = (code: string): Refusal => ({ ok: false, code, message: code })
  const write = (revision: number, answers: Record<string, string>) => {
    const same = Object.entries(answers).every(([c, t]) => stored.answers[c] === t)
    if (same) return { ok: true as const, revision: stored.revision, savedAt: AT }
    if (revision !== stored.revision) return refusal('CONFLICT')
    Object.assign(stored.answers, answers)
    stored.revision += 1
    return { ok: true as const, revision: stored.revision, savedAt: AT }
  }
  const transport: Transport = {
    async save(revision, answers, leaving) {
      server.saves += 1
      if (leaving) server.keptAlive += 1
      if (server.fail) return refusal(server.fail)
      const reply = write(revision, answers)
      return server.loseAnswer ? refusal('OFFLINE') : reply
    },
    load: async () => (server.fail ? refusal(server.fail) : { ok: true, ...structuredClone(stored) }),
  }
  const open = () => new Autosave('c1', structuredClone(stored), transport, () => {})
  return { ...server, server, open }
}

function fakeStorage(): Storage {
  const map = new Map<string, string>()
  return {
    getItem: (k: string) => map.get(k) ?? null,
    setItem: (k: string, v: string) => void map.set(k, v),
    removeItem: (k: string) => void map.delete(k),
    key: (i: number) => [...map.keys()][i] ?? null,
    clear: () => map.clear(),
    get length() {
      return map.size
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', fakeStorage())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const wait = (ms = DEBOUNCE_MS) => vi.advanceTimersByTimeAsync(ms)

describe('autosave', () => {
  test('saves what changed within two seconds of the first key, even while typing goes on', async () => {
    const { server, open } = fakeServer()
    const draft = open()
    for (let i = 0; i < 10; i++) {
      draft.type('A', `a${i}`)
      await wait(200)
    }
    expect(server.saves).toBe(1)
    await wait()
    expect(server.stored.answers).toEqual({ A: 'a9', B: 'b' })
    expect(draft.view).toMatchObject({ state: { kind: 'saved' }, revision: 5 })
    expect(localStorage.length).toBe(0)
  })

  test('keeps a copy until the server has answered, and brings it back after a crash', async () => {
    const { server, open } = fakeServer()
    server.fail = 'OFFLINE'
    const draft = open()
    draft.type('A', 'written offline')
    await wait()
    expect(draft.view.state.kind).toBe('offline')
    expect(localStorage.length).toBe(1)
    draft.stop()
    server.fail = null
    const next = open()
    next.restore()
    expect(next.view).toMatchObject({ texts: { A: 'written offline', B: 'b' }, generation: 1 })
    // not "saved" until the server says so
    expect(next.view.state.kind).toBe('saving')
    expect(next.view.restoredAt).not.toBeNull()
    await wait(0)
    expect(server.stored.answers.A).toBe('written offline')
    expect(localStorage.length).toBe(0)
  })

  test('tries again by itself, and says so when signed out', async () => {
    const { server, open } = fakeServer()
    server.fail = 'UNAUTHENTICATED'
    const draft = open()
    draft.type('A', 'x')
    await wait()
    expect(draft.view.state.kind).toBe('signed-out')
    server.fail = null
    await wait(2000)
    expect(draft.view.state.kind).toBe('saved')
    expect(server.stored.answers.A).toBe('x')
  })

  test('an answer that got lost is no conflict', async () => {
    const { server, open } = fakeServer()
    const draft = open()
    server.loseAnswer = true
    draft.type('A', 'first')
    await wait()
    server.loseAnswer = false
    draft.type('A', 'first and second')
    await wait(2000)
    expect(draft.view.state.kind).toBe('saved')
    expect(server.stored.answers.A).toBe('first and second')
  })

  test('another window is warned, and nothing is overwritten', async () => {
    const { server, open } = fakeServer()
    const [one, two] = [open(), open()]
    one.type('A', 'from one')
    await wait()
    two.type('A', 'from two')
    await wait()
    expect(two.view.state).toEqual({ kind: 'stale', fields: ['A'] })
    expect(await two.flush()).toBe(false)
    expect(server.stored.answers.A).toBe('from one')
  })

  test('a stale window can take the newer text, and undo that', async () => {
    const { server, open } = fakeServer()
    const [one, two] = [open(), open()]
    one.type('A', 'from one')
    await wait()
    two.type('A', 'from two')
    await wait()
    const mine = two.loadNewer()
    expect(two.view).toMatchObject({ texts: { A: 'from one' }, state: { kind: 'saved' }, revision: 4 })
    two.putBack(mine)
    await wait(0)
    expect(server.stored.answers.A).toBe('from two')
  })

  test('a stale window can keep its own, with the other’s text where it wrote nothing', async () => {
    const { server, open } = fakeServer()
    const [one, two] = [open(), open()]
    one.type('A', 'from one')
    one.type('B', 'only in one')
    await wait()
    two.type('A', 'from two')
    await wait()
    two.keepMine()
    await wait(0)
    expect(server.stored.answers).toEqual({ A: 'from two', B: 'only in one' })
    expect(two.view.state.kind).toBe('saved')
  })

  test('a kept copy that is older than the server’s text asks first', async () => {
    const { server, open } = fakeServer()
    keepLocal('c1', 'dead', { base: 2, at: 5, texts: { A: 'old and mine' } })
    const draft = open()
    draft.restore()
    expect(draft.view.state).toEqual({ kind: 'stale', fields: ['A'] })
    expect(server.stored.answers.A).toBe('a')
    draft.loadNewer()
    expect(draft.view.texts.A).toBe('a')
    expect(localStorage.length).toBe(0)
  })

  test('a kept copy that the server has is forgotten without a word', () => {
    const { open } = fakeServer()
    keepLocal('c1', 'dead', { base: 2, at: 5, texts: { A: 'a' } })
    const draft = open()
    draft.restore()
    expect(draft.view).toMatchObject({ restoredAt: null, state: { kind: 'saved' } })
  })

  test('a page that goes away sends what is left, and keeps its copy', async () => {
    const { server, open } = fakeServer()
    const draft = open()
    draft.type('A', 'last words')
    draft.leave()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.keptAlive).toBe(1)
    expect(server.stored.answers.A).toBe('last words')
    expect(localStorage.length).toBe(1)
  })

  test('a window that is looked at again shows what another wrote', async () => {
    const { open } = fakeServer()
    const [one, two] = [open(), open()]
    one.type('A', 'from one')
    await wait()
    await two.look()
    expect(two.view).toMatchObject({ texts: { A: 'from one' }, generation: 1, state: { kind: 'saved' } })
  })

  test('what the server will not take stays here and says why', async () => {
    const { server, open } = fakeServer()
    server.fail = 'CLOSED'
    const draft = open()
    draft.type('A', 'too late')
    await wait()
    expect(draft.view.state).toEqual({ kind: 'refused', message: 'CLOSED' })
    expect(localStorage.length).toBe(1)
  })
})
