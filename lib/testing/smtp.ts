import { createServer, type Socket } from 'node:net'

export type Letter = {
  from: string
  to: string[]
  raw: string
  headers: Record<string, string>
  body: string
}

export type SmtpServer = {
  url: string
  letters: Letter[]
  /** Answers to recipients from now on: a refusal such as "450 later", or null to take them. */
  refuse: (answer: string | null) => void
  stop: () => Promise<void>
}

function letterOf(from: string, to: string[], raw: string): Letter {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  )
  return { from, to, raw, headers, body: rest.join('\r\n\r\n') }
}

/** A mail server on loopback that speaks as much of RFC 5321 as a client needs, and keeps what it is given. */
export async function startSmtp(): Promise<SmtpServer> {
  const letters: Letter[] = []
  let refusal: string | null = null
  const converse = (socket: Socket) => {
    let [from, to, buffer, inData] = ['', [] as string[], '', false]
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (verb === 'EHLO' || verb === 'HELO') return say('250 localhost')
      if (verb === 'MAIL') [from, to] = [address, []]
      if (verb === 'RCPT' && refusal) return say(refusal)
      if (verb === 'RCPT') to.push(address)
      if (verb === 'DATA') {
        inData = true
        return say('354 go on')
      }
      say(verb === 'QUIT' ? '221 bye' : '250 ok')
    }
    const take = () => {
      const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
      if (end < 0) return false
      const part = buffer.slice(0, end)
      buffer = buffer.slice(end + (inData ? 5 : 2))
      if (!inData) hear(part)
      else {
        inData = false
        letters.push(letterOf(from, to, part.replace(/^\.\./gm, '.')))
        say('250 taken')
      }
      return true
    }
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8')
      while (take());
    })
    say('220 localhost')
  }
  const server = createServer(converse)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (answer) => {
      refusal = answer
    },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
