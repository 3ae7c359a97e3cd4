import { defineConfig, devices } from '@playwright/test'

// `npm test` brings up the app and says where it and a Chromium are (scripts/lib/test-services.mjs).
const { BASE_URL, PLAYWRIGHT_CHROMIUM_EXECUTABLE } = process.env
if (!BASE_URL && process.argv.includes('test'))
  throw new Error('Run the browser tests by `npm test -- --e2e`, which starts what they need.')

const launchArgs = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
// Chromium's own sandbox does not work for root.
if (process.getuid?.() === 0) launchArgs.push('--no-sandbox')

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Two browsers beside three app processes and a database are what two cores carry without false alarms.
  workers: 1,
  // A journey that fails once and then passes is printed and counted as flaky: a bug, but not a reason to keep back
  // everything else on a machine that was busy for a moment.
  retries: 1,
  forbidOnly: !!process.env.CI,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: BASE_URL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: PLAYWRIGHT_CHROMIUM_EXECUTABLE, args: launchArgs },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
  ],
})
