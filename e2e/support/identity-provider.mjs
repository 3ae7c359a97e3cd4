// An OpenID Connect provider for tests: whoever types a login is that person, any password will do.
import Provider from 'oidc-provider'

const port = Number(process.env.IDP_PORT ?? 3400)
const app = process.env.APP_URL ?? 'http://127.0.0.1:3300'
const issuer = `http://127.0.0.1:${port}`

/** "unverified-…" is somebody whose address the provider did not confirm. */
const claimsOf = (sub) => ({
  sub,
  name: `Idp ${sub}`,
  email: `${sub}@IdP.example`,
  email_verified: !sub.startsWith('unverified'),
})

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'colloquy',
      client_secret: 'a-secret-of-thirty-two-characters',
      redirect_uris: [`${app}/api/auth/callback/oidc`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false, // the claims stand in the ID token, where the app reads them
  findAccount: (_, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
  cookies: { keys: ['tests alone'] },
  features: { devInteractions: { enabled: true } },
})

const log = (_, error) => console.error(error.message, error.error_description ?? '')
for (const event of ['server_error', 'authorization.error', 'grant.error']) provider.on(event, log)
provider.listen(port, '127.0.0.1', () => console.log(`identity provider at ${issuer}`))
