import { pool } from '@/lib/db'
import { version } from '@/package.json'

export const dynamic = 'force-dynamic'

const answer = (status: number, body: Record<string, string>) =>
  Response.json({ ...body, version }, { status, headers: { 'cache-control': 'no-store' } })

/** For balancers and operators; asks for no sign-in and tells nothing about people. */
export async function GET(): Promise<Response> {
  try {
    await pool().query({ text: 'select 1', query_timeout: 2000 } as never)
    return answer(200, { status: 'ok', database: 'ok' })
  } catch {
    return answer(503, { status: 'unavailable', database: 'away' })
  }
}
