# One image for one process of the app. See docs/operations.md, also for what was not tried.
#
#   docker build -t colloquy .
#   docker run -p 3000:3000 -e DATABASE_URL=… -e NEXTAUTH_SECRET=… -e NEXTAUTH_URL=https://… colloquy
#
# Without DATABASE_URL it is the demo, with its own database in /app/.data: give that a volume.

FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
# Installs nothing again; generates the database client and builds, and leaves the stamps that say so.
RUN node scripts/start.mjs --prepare && npm prune --omit=dev --no-audit --no-fund && rm -rf .next/cache

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
COPY --from=build /app ./
RUN mkdir -p .data .next/cache && chown -R node:node .data .next/cache
USER node
VOLUME /app/.data
EXPOSE 3000
# start.mjs migrates the database, then starts the app; it passes SIGTERM on and waits for open streams to close.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
