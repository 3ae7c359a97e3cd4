// Three hundred members at one session: how soon every screen has a change of phase.
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { at, listen } from './crowd.mjs'

const PHASES = [
  ['PRE_VOTE', 'First vote'],
  ...Array.from({ length: 10 }, (_, i) => ['FLOOR', `Floor ${i + 1}`]),
  ['POST_VOTE', 'Second vote'],
]

/** A debate of those phases; the first of the class becomes its instructor. */
async function debateFor({ course, people }, databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const debate = randomUUID()
  await client.query(`UPDATE "Membership" SET "role" = 'INSTRUCTOR' WHERE "id" = $1`, [people[0].member])
  await client.query(
    `INSERT INTO "Debate" ("id", "courseId", "slug", "position", "motion") VALUES ($1, $2, 'bench', 1, 'Bench')`,
    [debate, course],
  )
  for (const [i, [kind, name]] of PHASES.entries())
    await client.query(
      `INSERT INTO "Phase" ("id", "debateId", "position", "name", "minutes", "kind") VALUES ($1, $2, $3, $4, 5, $5::"PhaseKind")`,
      [randomUUID(), debate, i + 1, name, kind],
    )
  await client.end()
  return debate
}

/** Moves the session and waits until every stream has heard of it; answers when each did, after the request. */
async function move({ url, cookie, arrivals, streams }, revision, act) {
  arrivals.length = 0
  const began = performance.now()
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ act, revision }),
  })
  if (!answer.ok) throw new Error(`the session was not moved: ${answer.status} ${await answer.text()}`)
  for (let waited = 0; arrivals.length < streams && waited < 5000; waited += 20) await sleep(20)
  return arrivals.map((when) => when - began)
}

/** Everybody votes on the motion, so that closing the vote has as much to do as in a class of that size. */
async function vote(base, people, databaseUrl, debate) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `SELECT "id" FROM "Poll" WHERE "debateId" = $1 AND "closedAt" IS NULL AND "method" = 'PLURALITY'`,
    [debate],
  )
  await client.end()
  const cast = ({ cookie }) =>
    fetch(`${base}/api/polls/${rows[0].id}/ballot`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ ranking: [['for']] }),
    })
  for (let i = 1; i < people.length; i += 25) {
    const answers = await Promise.all(people.slice(i, i + 25).map(cast))
    if (answers.some((a) => !a.ok)) throw new Error('a ballot was refused')
  }
}

/**
 * @param {{ base: string, fx: { slug: string, course: string, people: { cookie: string, member: string }[] }, databaseUrl: string }} options
 * @returns {Promise<{ median: number, p95: number, worst: number, missed: number, moves: number }>} milliseconds from the
 *   press to the arrival, over all members and all changes of phase; votes are opened and closed among them
 */
export async function session({ base, fx, databaseUrl }) {
  const debate = await debateFor(fx, databaseUrl)
  const { people } = fx
  const agent = new Agent({ keepAlive: true, maxSockets: people.length + 10 })
  const arrivals = []
  const heard = (frame, now) => {
    if (frame.includes('event: debate.session')) arrivals.push(now)
  }
  const events = `${base}/api/courses/${fx.slug}/events`
  const closers = []
  for (let i = 0; i < people.length; i += 25)
    closers.push(
      ...(await Promise.all(people.slice(i, i + 25).map((p) => listen(agent, events, p.cookie, heard)))),
    )
  const url = `${base}/api/debates/${debate}/session`
  const run = { url, cookie: people[0].cookie, arrivals, streams: people.length }
  // what no session ever was is refused: the first request of a process is not the class's
  await move(run, 99_999, 'pause').catch(() => {})
  const took = []
  let missed = 0
  for (let i = 0; i < PHASES.length; i++) {
    const times = await move(run, i, i === 0 ? 'start' : 'next')
    missed += people.length - times.length
    took.push(...times)
    if (PHASES[i][0] !== 'FLOOR') await vote(base, people, databaseUrl, debate)
    await sleep(150)
  }
  for (const close of closers) close()
  agent.destroy()
  const sorted = took.sort((a, b) => a - b)
  return {
    ...{ median: at(sorted, 0.5), p95: at(sorted, 0.95), worst: sorted.at(-1) },
    ...{ missed, moves: PHASES.length },
  }
}
