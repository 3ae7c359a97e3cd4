import type {
  Mentionable,
  Moderate,
  NoteDto,
  NoteSource,
  OwnState,
  PostNote,
  ReactionKind,
  Wording,
} from '@/lib/discussion/schema'

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

export type NewNote = Partial<PostNote> & { sectionId: string }

export const sendNote = (note: NewNote) => call<NoteDto>('POST', '/api/notes', note)
export const sendEdit = (id: string, body: string) => call<NoteDto>('PATCH', `/api/notes/${id}`, { body })
export const sendDelete = (id: string) => call<NoteDto>('DELETE', `/api/notes/${id}`, {})
export const sendRestore = (id: string) => call<NoteDto>('POST', `/api/notes/${id}/restore`, {})
export const sendReaction = (id: string, kind: ReactionKind, on: boolean) =>
  call<NoteDto>('PUT', `/api/notes/${id}/reactions`, { kind, on })
export const sendResolved = (id: string, resolved: boolean) =>
  call<NoteDto>('PUT', `/api/notes/${id}/resolved`, { resolved })
export const sendFollowing = (id: string, on: boolean) =>
  call<{ on: boolean }>('PUT', `/api/notes/${id}/following`, { on })
export const sendModeration = (id: string, act: Moderate['act'], reason = '') =>
  call<NoteDto>('PUT', `/api/notes/${id}/moderation`, { act, reason })
export const sendReport = (id: string, reason: string) =>
  call<{ reported: true }>('POST', `/api/notes/${id}/reports`, { reason })
export const fetchHistory = (id: string) => call<Wording[]>('GET', `/api/notes/${id}/history`)
export const findMembers = (courseSlug: string, begins: string) =>
  call<Mentionable[]>('GET', `/api/courses/${courseSlug}/members?q=${encodeURIComponent(begins)}`)

/** Outlives the page: it is sent as the page is left, too. */
export const sendVisit = (sectionId: string, seenAt: string): void => {
  fetch(`/api/sections/${sectionId}/visit`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seenAt }),
  }).catch(() => {})
}

export const fetchSource = (id: string) => call<NoteSource>('GET', `/api/notes/${id}`)

export const notesUrl = (courseSlug: string, sectionId: string): string =>
  `/api/courses/${courseSlug}/sections/${sectionId}/notes`

export const fetchNotes = (courseSlug: string, sectionId: string) =>
  call<{ seq: number; course: NoteDto[]; own: NoteDto[]; me: OwnState }>(
    'GET',
    notesUrl(courseSlug, sectionId),
  )
