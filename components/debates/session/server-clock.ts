'use client'
import { useEffect, useSyncExternalStore } from 'react'

/** The server's time at zero of this page's own monotonic clock, and how long the request took that told it. */
type Sample = { base: number; rtt: number; at: number }

const TRIES = 5
const AGAIN_MS = 60_000
const LOOK_MS = 1000
/** The wall's clock and the page's part by this much only when the machine slept, or somebody set its clock. */
const SLEPT_MS = 500
/** What is known before the first answer: the page's own time, late by however long it took to come. */
const SEED_RTT = 5000
/** How fast two clocks of quartz part, at worst: what was learnt is worth less as it grows old. */
const DRIFT = 0.0002

let best: Sample | null = null
let users = 0
let stop = () => {}
const listeners = new Set<() => void>()

function take(sample: Sample): void {
  best = sample
  for (const listener of listeners) listener()
}

/** The server told its time somewhere between request and answer: taken as halfway, off by half the way at most. */
async function ask(): Promise<Sample | null> {
  try {
    const from = performance.now()
    const response = await fetch('/api/time', { cache: 'no-store' })
    const { now } = (await response.json()) as { now?: number }
    const to = performance.now()
    return typeof now === 'number' ? { base: now - (from + to) / 2, rtt: to - from, at: to } : null
  } catch {
    return null
  }
}

/** By how much a sample may be off by now. */
const doubt = ({ rtt, at }: Sample): number => rtt / 2 + (performance.now() - at) * DRIFT

/** The quickest of several answers is the most exact; an older one is kept while it is better still. */
async function sync(slept = false): Promise<void> {
  let found: Sample | null = null
  for (let i = 0; i < TRIES; i++) {
    const sample = await ask()
    if (sample && (!found || sample.rtt < found.rtt)) found = sample
    if (found && (!best || doubt(found) < doubt(best))) take(found)
  }
  if (found && slept) take(found)
}

const drift = (): number => Date.now() - performance.now()

function watch(): () => void {
  void sync()
  let was = drift()
  const look = setInterval(() => {
    const now = drift()
    if (Math.abs(now - was) > SLEPT_MS) void sync(true)
    was = now
  }, LOOK_MS)
  const again = setInterval(() => void sync(), AGAIN_MS)
  const seen = () => document.visibilityState === 'visible' && void sync()
  document.addEventListener('visibilitychange', seen)
  addEventListener('online', seen)
  return () => {
    clearInterval(look)
    clearInterval(again)
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('online', seen)
  }
}

/** Milliseconds by the server's clock, whatever the clock of this machine says; null before anything is known. */
export const serverNow = (): number | null => best && best.base + performance.now()

const baseNow = () => best?.base ?? null
const nothing = () => null
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Keeps this page's idea of the server's clock, and renders again when it becomes better.
 * @param pageTime when the page was made, by the server's clock: better than nothing until the server has answered.
 */
export function useServerClock(pageTime: number): void {
  useEffect(() => {
    best ??= { base: pageTime - performance.now(), rtt: SEED_RTT, at: performance.now() }
    if (users++ === 0) stop = watch()
    return () => {
      if (--users === 0) stop()
    }
  }, [pageTime])
}

/** Changes when what is known of the server's clock does. */
export const useClockBase = (): number | null => useSyncExternalStore(subscribe, baseNow, nothing)
