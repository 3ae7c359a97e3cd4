// The client of every run: `connections` loops over keep-alive sockets for `seconds`; each turn sends `requests(turn)`
// one after another. Runs in a process of its own, so that its work is not counted as the server's.
import { Agent, request } from 'node:http'

function once(agent, { method = 'GET', url, headers = {}, body }) {
  return new Promise((done, fail) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk) => {
        bytes += chunk.length
      })
      response.on('end', () => done({ status: response.statusCode, bytes }))
      response.on('error', fail)
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

async function loop(agent, plan, lane, until, tally) {
  for (let turn = 0; performance.now() < until; turn++) {
    const began = performance.now()
    for (const part of plan(lane, turn)) {
      const { status, bytes } = await once(agent, part)
      if (status >= 400) tally.failed++
      tally.bytes += bytes
    }
    tally.times.push(performance.now() - began)
  }
}

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** @returns {Promise<{ perSecond: number, median: number, p99: number, failed: number, bytes: number, turns: number }>} milliseconds */
export async function load({ plan, connections, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const tally = { times: [], failed: 0, bytes: 0 }
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, (_, lane) => loop(agent, plan, lane, began + seconds * 1000, tally)),
  )
  const elapsed = (performance.now() - began) / 1000
  agent.destroy()
  const sorted = tally.times.sort((a, b) => a - b)
  return {
    perSecond: sorted.length / elapsed,
    median: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    failed: tally.failed,
    bytes: Math.round(tally.bytes / Math.max(1, sorted.length)),
    turns: sorted.length,
  }
}

const plans = {
  /** One view of a section: the page and its notes. */
  view:
    ({ targets }) =>
    (lane) =>
      targets[lane % targets.length],
  post:
    ({ targets }) =>
    (lane, turn) => {
      // another member each time: nobody writes faster than the app lets a person write
      const [{ body, ...rest }] = targets[(lane + turn * 16) % targets.length]
      const words = JSON.stringify({ ...body, body: `${body.body} ${lane}.${turn}` })
      const headers = {
        ...rest.headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(words),
      }
      return [{ ...rest, method: 'POST', headers, body: words }]
    },
}

process.on('message', async (job) => {
  const result = await load({ ...job, plan: plans[job.kind](job) })
  process.send(result)
})
process.on('disconnect', () => process.exit())
