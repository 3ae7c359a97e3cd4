// Three hundred members in one section: how soon each has a note that one of them posts.
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Opens a member's event stream; `heard` is called with each frame and the time at which it arrived. */
export function listen(agent, url, cookie, heard) {
  return new Promise((done, fail) => {
    const request = get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return fail(new Error(`a stream was refused: ${response.statusCode}`))
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        const now = performance.now()
        text += chunk
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const frame = text.slice(0, end)
          text = text.slice(end + 2)
          if (frame.includes('event: hello')) done(() => request.destroy())
          heard(frame, now)
        }
      })
      response.on('error', () => {})
    })
    request.on('error', (error) => (error.code === 'ECONNRESET' ? undefined : fail(error)))
  })
}

export const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/**
 * @param {{ cookie: string }[]} people one stream each
 * @returns {Promise<{ median: number, p95: number, worst: number, missed: number, streams: number }>} milliseconds from the
 *   request to the arrival, over all members and `notes` notes
 */
export async function crowd({ base, fx, people, notes = 10 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: people.length + 10 })
  const arrivals = new Map()
  const heard = (frame, when) => {
    const id = /"note":\{"id":"([^"]+)"/.exec(frame)?.[1]
    if (id) arrivals.get(id)?.push(when)
  }
  const url = `${base}/api/courses/${fx.slug}/events`
  const closers = []
  for (let i = 0; i < people.length; i += 25)
    closers.push(
      ...(await Promise.all(people.slice(i, i + 25).map((p) => listen(agent, url, p.cookie, heard)))),
    )
  const took = []
  let missed = 0
  for (let i = 0; i < notes; i++) {
    const id = crypto.randomUUID()
    arrivals.set(id, [])
    const began = performance.now()
    const anchor = { start: 0, end: 20, exact: fx.text.slice(0, 20) }
    const answer = await fetch(`${base}/api/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: people[i].cookie },
      body: JSON.stringify({ id, sectionId: fx.section, body: `Heard by all, ${i}`, anchor }),
    })
    if (!answer.ok) throw new Error(`a note was refused: ${answer.status}`)
    for (let waited = 0; arrivals.get(id).length < people.length && waited < 3000; waited += 20)
      await sleep(20)
    const whens = arrivals.get(id)
    missed += people.length - whens.length
    took.push(...whens.map((when) => when - began))
    await sleep(150)
  }
  for (const close of closers) close()
  agent.destroy()
  const sorted = took.sort((a, b) => a - b)
  return {
    median: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    worst: sorted.at(-1),
    missed,
    streams: people.length,
  }
}
