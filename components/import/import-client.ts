import type { ImportDto } from '@/lib/readings/draft-schema'

export type Reply<T> = { ok: true; value: T } | { ok: false; code: string; message: string }

/** Asks for JSON; a refusal and a lost connection are answers too. */
export async function ask<T>(url: string, init: RequestInit = {}): Promise<Reply<T>> {
  try {
    const response = await fetch(url, { cache: 'no-store', ...init })
    const body = await response.json()
    if (response.ok) return { ok: true, value: body }
    return { ok: false, code: 'INTERNAL', message: 'Something went wrong on our side.', ...body.error }
  } catch {
    return { ok: false, code: 'OFFLINE', message: 'There is no connection. Try again shortly.' }
  }
}

/** The file goes as it is: nothing of it is read here. */
export const sendFile = (course: string, file: Blob, name: string): Promise<Reply<{ id: string }>> =>
  ask(`/api/courses/${encodeURIComponent(course)}/imports`, {
    method: 'POST',
    headers: {
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body: file,
  })

export const loadImport = (id: string): Promise<Reply<ImportDto>> => ask(`/api/imports/${id}`)

export const cancelImport = (id: string): Promise<Reply<ImportDto>> =>
  ask(`/api/imports/${id}`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
