import { connect, createServer } from 'node:net'
import { Plain } from './plain.mjs'
import { localUrl } from './settings.mjs'

function listens(port, host) {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 500 })
    const answer = (yes) => {
      socket.destroy()
      done(yes)
    }
    socket.on('connect', () => answer(true))
    for (const event of ['error', 'timeout']) socket.on(event, () => answer(false))
  })
}

function listenError(port, host) {
  return new Promise((done) => {
    const server = createServer()
    server.on('error', (error) => done(error.code))
    server.listen({ port, host }, () => server.close(() => done(null)))
  })
}

async function isColloquy(url) {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(1500) })
    return typeof (await answer.json()).version === 'string'
  } catch {
    return false
  }
}

async function busy(port, host) {
  const url = localUrl(host, port)
  if (await isColloquy(url))
    return `Colloquy is running on port ${port} already: open ${url}, or stop it first.`
  return `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
}

/**
 * Throws one plain sentence where the app could not listen on `host:port`. It also asks both loopback addresses: some
 * systems let us listen beside a server that a browser would reach first.
 */
export async function requireFreePort(port, host) {
  const code = await listenError(port, host)
  const taken = code === 'EADDRINUSE' || (await listens(port, '127.0.0.1')) || (await listens(port, '::1'))
  if (taken) throw new Plain(await busy(port, host))
  if (code === 'EACCES')
    throw new Plain(`Port ${port} is reserved for the system. Choose one above 1023: PORT=3000 npm start`)
  if (code)
    throw new Plain(`HOST is "${host}", where this machine cannot listen (${code}). Leave HOST unset.`)
}

/** A port that nobody uses on 127.0.0.1 at this moment. */
export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
