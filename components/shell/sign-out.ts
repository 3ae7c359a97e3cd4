/** Signs this browser out by next-auth's own form post, and goes to the sign-in page. */
export async function signOutHere(): Promise<void> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) })
  location.assign('/sign-in')
}
