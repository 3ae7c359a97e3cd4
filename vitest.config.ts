import { defineConfig } from 'vitest/config'

// Rules are pure and run anywhere; *.db.test.ts files get a database of their own (see lib/testing/database.ts).
export default defineConfig({
  resolve: {
    alias: { '@': import.meta.dirname, 'server-only': `${import.meta.dirname}/lib/testing/server-only.ts` },
  },
  test: {
    include: ['lib/**/*.test.ts', 'content/**/*.test.ts', 'scripts/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
