import pino from 'pino'

/** JSON lines on standard output. Never log what people wrote, ballots, addresses or tokens. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: { pid: process.pid } })
