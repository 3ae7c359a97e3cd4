import { connect, createServer, type Server, type Socket } from 'node:net'

/** A wire between browser and app that a test can cut: open connections break and new ones are refused. */
export type Wire = { baseURL: string; cut: () => void; mend: () => void; close: () => Promise<void> }

export async function wireTo(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let whole = true
  const server: Server = createServer((near) => {
    if (!whole) return void near.destroy()
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the wire has no port')
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    baseURL: `http://127.0.0.1:${address.port}`,
    cut: () => {
      whole = false
      breakAll()
    },
    mend: () => {
      whole = true
    },
    close: () =>
      new Promise((done) => {
        breakAll()
        server.close(() => done())
      }),
  }
}
