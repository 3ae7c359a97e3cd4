// The bare floor: node:http and pg, the SQL that the app runs, the content that a reader sees, nothing else. It signs
// nobody in by token and checks no policy: it is what cannot be undercut, not a competitor.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c])

const viewer = (session) =>
  pool.query({
    name: 'viewer',
    text: `SELECT u."id", u."name", m."id" AS member FROM "UserSession" s JOIN "User" u ON u."id" = s."userId"
           JOIN "Membership" m ON m."userId" = u."id" WHERE s."id" = $1 AND s."expiresAt" > now()`,
    values: [session],
  })
const section = (id) =>
  pool.query({
    name: 'section',
    text: `SELECT s."heading", s."blocks", r."title", c."title" AS course, c."id" AS "courseId" FROM "Section" s
           JOIN "Reading" r ON r."id" = s."readingId" JOIN "Course" c ON c."id" = r."courseId" WHERE s."id" = $1`,
    values: [id],
  })
const notes = (id, member) =>
  pool.query({
    name: 'notes',
    text: `SELECT n."id", n."kind", n."bodyHtml", n."exact", n."createdAt", u."name" FROM "Note" n
           JOIN "Membership" m ON m."id" = n."authorId" JOIN "User" u ON u."id" = m."userId"
           WHERE n."sectionId" = $1 AND n."deletedAt" IS NULL AND (n."visibility" = 'COURSE' OR n."authorId" = $2)
           ORDER BY n."createdAt"`,
    values: [id, member],
  })

async function page(session, id) {
  const who = (await viewer(session)).rows[0]
  const [text, list] = await Promise.all([section(id), notes(id, who.member)])
  const { heading, blocks, course } = text.rows[0]
  const words = blocks.map((b) => `<p>${escapeHtml(b.text)}</p>`).join('')
  const margin = list.rows
    .map(
      (n) =>
        `<li id="${n.id}"><b>${escapeHtml(n.name)}</b> ${n.kind} <time>${n.createdAt.toISOString()}</time><q>${escapeHtml(n.exact)}</q>${n.bodyHtml}</li>`,
    )
    .join('')
  return `<!doctype html><title>${escapeHtml(heading)}</title><h1>${escapeHtml(course)}</h1><main>${words}</main><ol>${margin}</ol>`
}

async function post(session, id, { body, start, end, exact }) {
  const who = (await viewer(session)).rows[0]
  const { courseId } = (await section(id)).rows[0]
  const note = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query({
      name: 'post',
      text: `INSERT INTO "Note" ("id", "courseId", "sectionId", "authorId", "kind", "body", "bodyHtml", "exact", "prefix", "suffix", "start", "end")
             VALUES ($1, $2, $3, $4, 'COMMENT', $5, $6, $7, '', '', $8, $9)`,
      values: [note, courseId, id, who.member, body, `<p>${escapeHtml(body)}</p>`, exact, start, end],
    })
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  return JSON.stringify({ id: note })
}

const readBody = async (request) => {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

createServer(async (request, response) => {
  const [, id] = request.url.split('/')
  const session = request.headers['x-session']
  try {
    if (request.method === 'POST') {
      const answer = await post(session, id, await readBody(request))
      response.writeHead(201, { 'content-type': 'application/json' }).end(answer)
    } else
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(await page(session, id))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
process.on('disconnect', () => process.exit())
