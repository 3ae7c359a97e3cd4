export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { onServerStart } = await import('./lib/server/start')
    const { startWrittenDebates } = await import('./lib/debates/written/keep-dates')
    const { startMailRounds } = await import('./lib/notifications/schedule')
    const { superviseImports } = await import('./lib/readings/import-jobs/supervisor')
    onServerStart()
    startMailRounds()
    superviseImports()
    startWrittenDebates()
  }
}
