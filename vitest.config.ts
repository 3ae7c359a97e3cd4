import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  'server-only': `${import.meta.dirname}/lib/testing/server-only.ts`,
}

// Rules are pure and run anywhere. *.db.test.ts files get a database of their own (lib/testing/database.ts).
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{lib,content,scripts,components}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['lib/**/*.db.test.ts'],
          globalSetup: 'lib/testing/global-database.ts',
        },
      },
    ],
  },
})
