// Tests build into a folder of their own, beside a running `npm start`; Next.js writes that folder's name into the
// tsconfig that it is given.
const { NEXT_DIST_DIR } = process.env

/** @type {import('next').NextConfig} */
const nextConfig = {
  distDir: NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `next build` type-checks a second time otherwise; `npm run check` is where types are checked.
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: NEXT_DIST_DIR ? 'scripts/tsconfig.tests.json' : 'tsconfig.json',
  },
  output: process.env.STANDALONE ? 'standalone' : undefined,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'rate-limiter-flexible'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  devIndicators: false,
}

export default nextConfig
