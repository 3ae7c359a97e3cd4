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
  serverExternalPackages: ['@node-rs/argon2', 'fontkit', 'pdfkit', 'pg', 'pino', 'rate-limiter-flexible'],
  // Read by name while a PDF is set (lib/pdf/faces.ts), which no tracing sees.
  outputFileTracingIncludes: {
    '/api/critiques/[id]/pdf': [
      './node_modules/@fontsource-variable/{source-serif-4,noto-serif-kr}/{files/*,unicode.json}',
    ],
  },
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  devIndicators: false,
}

export default nextConfig
