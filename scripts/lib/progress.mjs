const REPEAT_MS = process.stdout.isTTY ? 1000 : 15_000

const seconds = (since) => (performance.now() - since) / 1000
const short = (s) => (s < 10 ? `${s.toFixed(1)} s` : `${Math.round(s)} s`)

export const say = (line = '') => console.log(line)

function rewrite(text) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`)
  else say(text)
}

/**
 * Does `work` under a line that tells how long it has taken: "Installing the packages … 24 s".
 * @template T
 * @param {string} doing
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, work) {
  const since = performance.now()
  rewrite(`  ${doing} …`)
  const timer = setInterval(() => rewrite(`  ${doing} … ${short(seconds(since))}`), REPEAT_MS)
  try {
    const result = await work()
    rewrite(`  ${doing} … done, ${short(seconds(since))}`)
    return result
  } finally {
    clearInterval(timer)
    if (process.stdout.isTTY) process.stdout.write('\n')
  }
}

/** A clock for the closing line: call it for the time since it was made. */
export function stopwatch() {
  const since = performance.now()
  return () => short(seconds(since))
}
