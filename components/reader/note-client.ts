import type { NoteDto, PostNote } from '@/lib/discussion/schema'

export type Refusal = { code: string; message: string; fields?: Record<string, string> }
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Refusal }

const OFFLINE: Refusal = {
  code: 'OFFLINE',
  message: 'There is no connection. Your words are kept; try again.',
}

async function call<T>(method: string, url: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const json = (await response.json()) as T & { error?: Refusal }
    return response.ok ? { ok: true, value: json } : { ok: false, problem: json.error ?? OFFLINE }
  } catch {
    return { ok: false, problem: OFFLINE }
  }
}

/** Absent where the page is not served securely. */
export const newId = (): string | undefined => globalThis.crypto?.randomUUID?.()

export type NewNote = Partial<PostNote> & { sectionId: string }

export const sendNote = (note: NewNote) => call<NoteDto>('POST', '/api/notes', note)
export const sendEdit = (id: string, body: string) => call<NoteDto>('PATCH', `/api/notes/${id}`, { body })
export const sendDelete = (id: string) => call<NoteDto>('DELETE', `/api/notes/${id}`, {})
export const sendRestore = (id: string) => call<NoteDto>('POST', `/api/notes/${id}/restore`, {})
export const fetchSource = (id: string) => call<{ id: string; body: string }>('GET', `/api/notes/${id}`)

export const notesUrl = (courseSlug: string, sectionId: string): string =>
  `/api/courses/${courseSlug}/sections/${sectionId}/notes`

export const fetchNotes = (courseSlug: string, sectionId: string) =>
  call<{ seq: number; course: NoteDto[]; own: NoteDto[] }>('GET', notesUrl(courseSlug, sectionId))
