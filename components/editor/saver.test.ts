import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DraftDto, DraftSection } from '@/lib/readings/draft-schema'
import { Saver, type Transport } from './saver'

const section = (heading: string): DraftSection => ({ heading, level: 1, blocks: [] })
const first = (): DraftDto => ({
  ...{ id: 'd', readingId: null, revision: 0, savedAt: '', warnings: [] },
  ...{ title: 'T', byline: '', sections: [section('A'), section('B')] },
})

/** A server with one draft, which composes what it is sent as the real one does. */
function fakeServer() {
  const server = { draft: first(), sent: [] as unknown[], loseAnswer: false, away: false }
  const off = { ok: false as const, code: 'OFFLINE', message: 'There is no connection.' }
  const transport: Transport = {
    save: async (body) => {
      const input = body as {
        revision: number
        title: string
        byline: string
        sections: (number | DraftSection)[]
      }
      if (server.away) return off
      if (input.revision !== server.draft.revision) return { ok: false, code: 'CONFLICT', message: '' }
      server.sent.push(input.sections)
      const kept = server.draft.sections
      const sections = input.sections.map((s) => (typeof s === 'number' ? (kept[s] ?? section('?')) : s))
      server.draft = { ...server.draft, ...input, sections, revision: input.revision + 1 }
      return server.loseAnswer ? off : { ok: true, value: { revision: server.draft.revision, savedAt: '' } }
    },
    load: async () => ({ ok: true, value: structuredClone(server.draft) }),
  }
  return { server, open: () => new Saver(structuredClone(server.draft), transport, () => {}) }
}

const wait = (ms = 900) => vi.advanceTimersByTimeAsync(ms)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('saves once for many changes, and sends only the sections that changed', async () => {
  const { server, open } = fakeServer()
  const start = structuredClone(server.draft)
  const save: Transport['save'] = async (body) => {
    server.sent.push(body)
    return { ok: true, value: { revision: 1, savedAt: '' } }
  }
  const saver = new Saver(start, { save, load: async () => ({ ok: true, value: start }) }, () => {})
  const [a, b] = start.sections
  if (!a || !b) throw new Error()
  saver.put({ title: 'T', byline: '', sections: [b, a] })
  saver.put({ title: 'T', byline: '', sections: [b, section('new'), a] })
  await wait()
  expect(server.sent).toEqual([{ title: 'T', byline: '', revision: 0, sections: [1, section('new'), 0] }])
  expect(saver.state.kind).toBe('saved')
  expect(open().state.kind).toBe('saved')
})

test('an answer that got lost is no conflict', async () => {
  const { server, open } = fakeServer()
  const saver = open()
  server.loseAnswer = true
  saver.put({ title: 'U', byline: '', sections: [section('A')] })
  await wait()
  expect(saver.state.kind).toBe('away')
  server.loseAnswer = false
  await wait(4000)
  expect(saver.state.kind).toBe('saved')
  expect(saver.revision).toBe(1)
})

test('another window is warned, nothing is overwritten until one chooses', async () => {
  const { server, open } = fakeServer()
  const [one, two] = [open(), open()]
  one.put({ title: 'one', byline: '', sections: [section('1')] })
  await wait()
  two.put({ title: 'two', byline: '', sections: [section('2')] })
  await wait()
  expect(two.state.kind).toBe('stale')
  expect(await two.flush()).toBe(false)
  expect(server.draft.title).toBe('one')
  two.keepMine()
  await wait(0)
  expect(server.draft).toMatchObject({ title: 'two', sections: [section('2')], revision: 2 })
  one.put({ title: 'again', byline: '', sections: [] })
  await wait()
  expect(one.takeTheirs()).toMatchObject({ title: 'two' })
  expect(one.state.kind).toBe('saved')
})
