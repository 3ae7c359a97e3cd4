/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `next build` type-checks a second time otherwise; `npm run check` is where types are checked.
  typescript: { ignoreBuildErrors: true },
  output: process.env.STANDALONE ? 'standalone' : undefined,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'rate-limiter-flexible'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  devIndicators: false,
}

export default nextConfig
