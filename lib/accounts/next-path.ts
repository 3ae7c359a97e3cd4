const ORIGIN = 'http://site.invalid'

/**
 * Where to go after signing in: a path of this site, or `/`. Whatever a browser would read as another site
 * (`//host`, `/\host`, a scheme, a tab in between) is not followed.
 */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 2000) return '/'
  try {
    const url = new URL(wanted, ORIGIN)
    if (url.origin !== ORIGIN || url.pathname.startsWith('//')) return '/'
    // A sign-in that leads back to itself, or to next-auth's own addresses, would go round in circles.
    if (/^\/(sign-in|welcome|api\/auth)(\/|$)/.test(url.pathname)) return '/'
    return url.pathname + url.search + url.hash
  } catch {
    return '/'
  }
}
