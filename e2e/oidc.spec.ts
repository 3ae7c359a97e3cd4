import { expect, type Page, test } from '@playwright/test'

// The runner starts e2e/support/identity-provider.mjs and the app with OIDC_ISSUER, OIDC_CLIENT_ID and the like.
test.skip(!process.env.OIDC_ISSUER, 'no identity provider')

const NAME = process.env.OIDC_NAME ?? 'Single sign-on'

async function signOnAs(page: Page, login: string, next = '/account') {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: `Continue with ${NAME}` }).click()
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a first sign-on makes an account, a second finds it', async ({ browser }) => {
  const login = `carol${Date.now()}`
  for (const visit of ['first', 'second']) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signOnAs(page, login)
    await expect(page, visit).toHaveURL(/\/account$/)
    await expect(page.getByLabel('Name')).toHaveValue(`Idp ${login}`)
    await expect(page.getByText(`${login}@idp.example`)).toBeVisible()
    await context.close()
  }
})

test('an address that the provider did not confirm is refused in a sentence', async ({ page }) => {
  await signOnAs(page, `unverified${Date.now()}`)
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText('did not confirm your e-mail address')).toBeVisible()
})
