import type { DraftText } from '@/lib/critiques/schema'
import { dropLocal, keepLocal, takeLocal } from './local-copy'
import type { Refusal, Transport } from './transport'

export type Texts = Record<string, string>
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'typing' | 'saving' }
  | { kind: 'offline'; message: string }
  | { kind: 'signed-out' }
  /** Another window saved something else: `fields` differ between it and this one. */
  | { kind: 'stale'; fields: string[] }
  | { kind: 'refused'; message: string }

export type View = {
  texts: Texts
  state: SaveState
  savedAt: string
  revision: number
  /** When the text was written that this browser had kept and the server had not. */
  restoredAt: number | null
  /** Rises when texts change by other means than typing, so that the boxes show them. */
  generation: number
}

export const DEBOUNCE_MS = 1200
const MAX_RETRY_MS = 30_000
const TRANSIENT = new Set(['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'TOO_MANY', 'UNAUTHENTICATED'])

/**
 * Keeps a draft on the server and, until the server has acknowledged it, in this browser. One request runs at a
 * time. It knows three texts: what the server acknowledged (`acked`), what is in the boxes (`view.texts`), and what was
 * sent without an answer (`unanswered`): a conflict with one's own lost answer is none.
 */
export class Autosave {
  view: View
  private acked: Texts
  private unanswered: Texts[] = []
  private newer: DraftText | null = null
  private running: Promise<boolean> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private readonly windowId = Math.random().toString(36).slice(2, 10)

  constructor(
    private readonly id: string,
    draft: DraftText,
    private readonly transport: Transport,
    private readonly changed: () => void,
  ) {
    this.acked = { ...draft.answers }
    const { savedAt, revision } = draft
    const state: SaveState = { kind: 'saved' }
    this.view = { texts: { ...draft.answers }, state, savedAt, revision, restoredAt: null, generation: 0 }
  }

  private show(next: Partial<View>): void {
    this.view = { ...this.view, ...next }
    this.changed()
  }

  private dirty(): Texts {
    const all = Object.entries(this.view.texts)
    return Object.fromEntries(all.filter(([code, text]) => (this.acked[code] ?? '') !== text))
  }

  private keep(): void {
    const texts = this.dirty()
    if (Object.keys(texts).length === 0) dropLocal(this.id, this.windowId)
    else keepLocal(this.id, this.windowId, { base: this.view.revision, at: Date.now(), texts })
  }

  /** Brings back what this browser kept through a crash, a sign-out or a lost connection. */
  restore(): void {
    const copy = takeLocal(this.id)
    const found = Object.entries(copy?.texts ?? {}).filter(
      ([code, text]) => (this.acked[code] ?? '') !== text,
    )
    if (!copy || found.length === 0) return
    const texts = { ...this.view.texts, ...Object.fromEntries(found) }
    const state: SaveState = { kind: 'typing' }
    this.show({ texts, restoredAt: copy.at, generation: this.view.generation + 1, state })
    this.keep()
    if (copy.base === this.view.revision) void this.flush()
    else this.warn({ revision: this.view.revision, savedAt: this.view.savedAt, answers: this.acked })
  }

  type(code: string, text: string): void {
    const texts = { ...this.view.texts, [code]: text }
    const waits = this.view.state.kind === 'saved' || this.view.state.kind === 'refused'
    this.show({ texts, ...(waits ? { state: { kind: 'typing' } } : {}) })
    this.keep()
    if (this.view.state.kind === 'typing' && !this.timer) this.later(DEBOUNCE_MS)
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  /** Saves now what is not saved. Answers whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    this.timer = undefined
    while (this.running) await this.running
    if (this.view.state.kind === 'stale') return false
    const answers = this.dirty()
    if (Object.keys(answers).length === 0) {
      this.settle()
      return true
    }
    this.running = this.send(answers).finally(() => {
      this.running = null
    })
    return this.running
  }

  private settle(): void {
    dropLocal(this.id, this.windowId)
    if (this.view.state.kind !== 'saved') this.show({ state: { kind: 'saved' } })
  }

  private async send(answers: Texts): Promise<boolean> {
    if (this.view.state.kind === 'typing') this.show({ state: { kind: 'saving' } })
    this.unanswered.push(answers)
    const reply = await this.transport.save(this.view.revision, answers)
    if (!reply.ok) return this.refused(reply)
    this.failures = 0
    this.unanswered = []
    this.acked = { ...this.acked, ...answers }
    const { revision, savedAt } = reply
    const more = Object.keys(this.dirty()).length > 0
    this.show({ revision, savedAt, state: { kind: more ? 'typing' : 'saved' } })
    this.keep()
    if (more) this.later(DEBOUNCE_MS)
    return !more
  }

  private async refused({ code, message, retryAfterSeconds }: Refusal): Promise<boolean> {
    if (code === 'CONFLICT') return this.compare()
    if (!TRANSIENT.has(code)) {
      this.show({ state: { kind: 'refused', message } })
      return false
    }
    this.show({ state: code === 'UNAUTHENTICATED' ? { kind: 'signed-out' } : { kind: 'offline', message } })
    this.failures += 1
    this.later(Math.max(Math.min(1000 * 2 ** this.failures, MAX_RETRY_MS), (retryAfterSeconds ?? 0) * 1000))
    return false
  }

  /** The server has moved on: by our own request whose answer was lost, or by another window? */
  private async compare(): Promise<boolean> {
    const reply = await this.transport.load()
    if (!reply.ok) return reply.code === 'CONFLICT' ? false : this.refused(reply)
    const ours = (code: string, text: string) =>
      text === (this.acked[code] ?? '') || this.unanswered.some((sent) => sent[code] === text)
    if (!Object.entries(reply.answers).every(([code, text]) => ours(code, text))) {
      this.warn(reply)
      return false
    }
    this.rebase(reply)
    if (Object.keys(this.dirty()).length > 0) return this.send(this.dirty())
    this.settle()
    return true
  }

  private rebase({ answers, revision, savedAt }: DraftText): void {
    this.acked = { ...answers }
    this.unanswered = []
    this.show({ revision, savedAt })
    this.keep()
  }

  private warn(newer: DraftText): void {
    this.newer = newer
    const codes = new Set([...Object.keys(newer.answers), ...Object.keys(this.view.texts)])
    const fields = [...codes].filter((c) => (newer.answers[c] ?? '') !== (this.view.texts[c] ?? ''))
    this.show({ state: { kind: 'stale', fields } })
  }

  /** Takes the other window's text. Answers this window's, so that it can be undone. */
  loadNewer(): Texts {
    const mine = this.view.texts
    if (!this.newer) return mine
    this.rebase(this.newer)
    this.replace({ ...this.newer.answers })
    this.settle()
    return mine
  }

  /** Keeps what was written here, and the other window's text in the fields that were not touched here. */
  keepMine(): void {
    if (!this.newer) return
    const mine = this.dirty()
    this.rebase(this.newer)
    this.replace({ ...this.newer.answers, ...mine })
    this.show({ state: { kind: 'typing' } })
    void this.flush()
  }

  /** Puts these texts in the boxes and saves them. */
  putBack(texts: Texts): void {
    this.replace(texts)
    this.show({ state: { kind: 'typing' } })
    void this.flush()
  }

  private replace(texts: Texts): void {
    this.newer = null
    this.show({ texts, restoredAt: null, generation: this.view.generation + 1, state: { kind: 'saved' } })
    this.keep()
  }

  /** The page goes away: one last request that outlives it. The local copy stays until somebody reads the answer. */
  leave(): void {
    const answers = this.dirty()
    if (Object.keys(answers).length === 0 || this.view.state.kind === 'stale') return
    this.unanswered.push(answers)
    void this.transport.save(this.view.revision, answers, true)
  }

  /** The window is looked at again: if another one wrote meanwhile and nothing is unsaved here, show that. */
  async look(): Promise<void> {
    if (this.view.state.kind === 'offline' || this.view.state.kind === 'signed-out') {
      await this.flush()
      return
    }
    if (this.view.state.kind !== 'saved' || this.running) return
    const reply = await this.transport.load()
    if (!reply.ok || reply.revision <= this.view.revision || this.view.state.kind !== 'saved') return
    this.rebase(reply)
    this.replace({ ...reply.answers })
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
