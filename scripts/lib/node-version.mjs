// Read by whatever Node is there, so: old syntax, no imports.
const NEEDED = [20, 19]

/** Ends the process with one sentence where this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  console.error(
    `Colloquy needs Node ${NEEDED.join('.')} or later; this is ${process.version}. Install a newer Node and run the same command again.`,
  )
  process.exit(1)
}
