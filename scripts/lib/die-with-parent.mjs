// Preloaded (`node --import`) into processes that scripts start, so that a `kill -9` of the script leaves none behind:
// the channel to the parent closes when the parent is gone, however it went. Grandchildren inherit the variable but
// not the parent, and do nothing here; they end with the group.
if (process.channel && process.env.COLLOQUY_PARENT === String(process.ppid)) {
  const signalGroup = (signal) => {
    try {
      process.kill(-process.pid, signal)
    } catch {
      process.kill(process.pid, signal)
    }
  }
  process.once('disconnect', () => {
    setTimeout(() => signalGroup('SIGKILL'), 3000)
    signalGroup('SIGTERM')
  })
  // The listener alone must not keep the process alive.
  process.channel.unref()
}
