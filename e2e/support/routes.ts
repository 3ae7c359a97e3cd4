import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where `npm test` builds (scripts/test.mjs). */
const DIST_DIR = process.env.NEXT_DIST_DIR ?? '.test/.next'

/** Every address that the build serves, as Next.js writes it: "/courses/[course]/people". */
function builtRoutes(): { route: string; isPage: boolean }[] {
  const file = join(DIST_DIR, 'app-path-routes-manifest.json')
  const routes = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return Object.entries(routes).map(([source, route]) => ({ route, isPage: source.endsWith('page') }))
}

const isOwn = ({ route }: { route: string }): boolean => !route.startsWith('/_')

/** Pages and route handlers of the app; what Next.js serves where nothing is found is its own matter. */
export const pages = (): string[] =>
  builtRoutes()
    .filter((r) => r.isPage && isOwn(r))
    .map((r) => r.route)
    .sort()

export const handlers = (): string[] =>
  builtRoutes()
    .filter((r) => !r.isPage)
    .map((r) => r.route)
    .sort()
