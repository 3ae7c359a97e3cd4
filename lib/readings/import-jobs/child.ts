import { isAppError } from '@/lib/errors'
import { importDocument } from '../import'
import type { Message, Order } from './messages'

// A stranger's file is opened here: a process with no database, no secret in its environment, and bounds of its own
// (see child-process.ts, which starts it). It ends with the process that started it, however that ends.

const say = (message: Message): Promise<void> =>
  new Promise((done) => {
    if (process.send) process.send(message, undefined, {}, () => done())
    else done()
  })

async function read({ bytes, name, type }: Order): Promise<Message> {
  try {
    const reading = await importDocument(
      { bytes, name, type },
      { progress: (done, total) => void say({ kind: 'progress', done, total }) },
    )
    return { kind: 'read', reading }
  } catch (error) {
    if (!isAppError(error)) throw error
    const { cause } = error
    const why =
      cause === undefined ? {} : { cause: cause instanceof Error ? String(cause.stack) : String(cause) }
    return { kind: 'refused', code: error.code, message: error.message, ...why }
  }
}

process.on('disconnect', () => process.exit())
process.once('message', async (order: Order) => {
  await say(await read(order))
  process.exit()
})
setInterval(() => void say({ kind: 'alive', rss: process.memoryUsage.rss() }), 500).unref()
void say({ kind: 'ready' })
