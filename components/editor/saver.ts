import { ask } from '@/components/import/import-client'
import type { DraftDto, DraftSection, DraftText } from '@/lib/readings/draft-schema'

export type SaveState =
  | { kind: 'saved' | 'changed' | 'saving' | 'stale' }
  | { kind: 'away' | 'refused'; message: string }

export type Transport = {
  save: (body: object) => Promise<Saved | Refused>
  load: () => Promise<({ ok: true } & { value: DraftDto }) | Refused>
}
type Saved = { ok: true; value: { revision: number; savedAt: string } }
type Refused = { ok: false; code: string; message: string }

const DEBOUNCE_MS = 900
const RETRY_MS = 4000
const FOR_GOOD = new Set(['INVALID', 'NOT_FOUND', 'FORBIDDEN', 'TOO_LARGE'])

export const httpTransport = (id: string): Transport => ({
  save: (body) =>
    ask(`/api/drafts/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  load: () => ask(`/api/drafts/${id}`),
})

const bare = ({ title, byline, sections }: DraftText): DraftText => ({ title, byline, sections })
const same = (a: DraftText, b: DraftText): boolean => JSON.stringify(bare(a)) === JSON.stringify(bare(b))

/**
 * Keeps the draft on the server as one works. Sections that are the very objects that the server has are sent as their
 * place; one request runs at a time; another window's work is never overwritten without asking.
 */
export class Saver {
  state: SaveState = { kind: 'saved' }
  revision: number
  private acked: DraftText
  private now: DraftText
  private newer: DraftDto | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<boolean> | null = null

  constructor(
    draft: DraftDto,
    private readonly transport: Transport,
    private readonly changed: () => void,
  ) {
    this.revision = draft.revision
    this.acked = draft
    this.now = draft
  }

  private show(state: SaveState): void {
    this.state = state
    this.changed()
  }

  get unsaved(): boolean {
    return this.now !== this.acked
  }

  put(text: DraftText): void {
    if (text === this.now) return
    this.now = text
    if (this.state.kind === 'stale') return
    if (this.state.kind !== 'changed') this.show({ kind: 'changed' })
    this.later(DEBOUNCE_MS)
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  /** Saves what is not saved. Answers whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.running) await this.running
    if (this.state.kind === 'stale') return false
    if (!this.unsaved) return true
    this.running = this.send(this.now).finally(() => {
      this.running = null
    })
    return this.running
  }

  private async send(text: DraftText): Promise<boolean> {
    this.show({ kind: 'saving' })
    const places = new Map(this.acked.sections.map((section, i) => [section, i]))
    const sections = text.sections.map((section): DraftSection | number => places.get(section) ?? section)
    const reply = await this.transport.save({ ...bare(text), revision: this.revision, sections })
    if (!reply.ok) return reply.code === 'CONFLICT' ? this.compare(text) : this.failed(reply)
    this.took(text, reply.value.revision)
    return !this.unsaved
  }

  private took(text: DraftText, revision: number): void {
    this.acked = text
    this.revision = revision
    this.show({ kind: this.unsaved ? 'changed' : 'saved' })
    if (this.unsaved) this.later(DEBOUNCE_MS)
  }

  private failed({ code, message }: Refused): false {
    const lasting = FOR_GOOD.has(code)
    this.show({ kind: lasting ? 'refused' : 'away', message })
    if (!lasting) this.later(RETRY_MS)
    return false
  }

  /** The server has another version: our own, whose answer was lost, or another window's? */
  private async compare(sent: DraftText): Promise<boolean> {
    const reply = await this.transport.load()
    if (!reply.ok) return this.failed(reply)
    if (same(reply.value, sent)) {
      this.took(sent, reply.value.revision)
      return !this.unsaved
    }
    this.newer = reply.value
    this.show({ kind: 'stale' })
    return false
  }

  /** Takes the other window's text; answers it. */
  takeTheirs(): DraftText | null {
    if (!this.newer) return null
    this.acked = bare(this.newer)
    this.now = this.acked
    this.revision = this.newer.revision
    this.newer = null
    this.show({ kind: 'saved' })
    return this.acked
  }

  /** Overwrites the other window's text with this one's. */
  keepMine(): void {
    if (!this.newer) return
    this.revision = this.newer.revision
    this.acked = { title: '', byline: '', sections: [] } // nothing that the server has is known to be the same
    this.newer = null
    this.show({ kind: 'changed' })
    void this.flush()
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
