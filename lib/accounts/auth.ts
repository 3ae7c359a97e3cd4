import 'server-only'
import { PrismaAdapter } from '@auth/prisma-adapter'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { linkIsForSomebody, mailLink } from './mail-link'
import { pretendToVerify, verifyPassword } from './password'
import { SignIn } from './schema'
import { beginSession, endSession, SESSION_DAYS } from './sessions'

type Found = { id: string; email: string; name: string }

async function byPassword(input: unknown): Promise<Found | null> {
  const parsed = SignIn.safeParse(input)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  const user = await db.user.findUnique({ where: { email } })
  const right = user?.passwordHash
    ? await verifyPassword(password, user.passwordHash)
    : await pretendToVerify(password)
  return user && right ? { id: user.id, email: user.email, name: user.name } : null
}

/** One click as a demo person. The provider exists only where the demo is on, and knows demo people alone. */
async function asDemoPerson(input: Record<string, string> | undefined): Promise<Found | null> {
  if (!input?.userId) return null
  const user = await db.user.findFirst({ where: { id: input.userId, demo: true } })
  return user ? { id: user.id, email: user.email, name: user.name } : null
}

type OidcProfile = {
  sub: string
  name?: string
  email: string
  email_verified?: boolean
  preferred_username?: string
}

function oidc(): OAuthConfig<OidcProfile>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_TRUST_EMAIL } = env()
  if (!OIDC_ISSUER) return []
  return [
    {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      checks: ['pkce', 'state', 'nonce'],
      idToken: true,
      // Dangerous only where the provider lets people claim addresses that are not theirs; hence a switch.
      allowDangerousEmailAccountLinking: OIDC_TRUST_EMAIL,
      profile: (p) => ({
        id: p.sub,
        name: p.name ?? p.preferred_username ?? p.email,
        email: p.email.toLowerCase(),
      }),
    },
  ]
}

/** Who the person is at the provider, and none of its tokens: nothing here ever asks the provider again. */
const ACCOUNT_FIELDS = ['userId', 'type', 'provider', 'providerAccountId']

function adapter(): NextAuthOptions['adapter'] {
  // The adapter is written against an older client; the models that it uses are the same.
  const made = PrismaAdapter(db as never) as NonNullable<NextAuthOptions['adapter']>
  return {
    ...made,
    linkAccount: (account: Record<string, unknown>) =>
      made.linkAccount?.(
        Object.fromEntries(ACCOUNT_FIELDS.flatMap((k) => (k in account ? [[k, account[k]]] : []))) as never,
      ),
    // next-auth would link a provider's identity to whoever the cookie names, without looking whether that
    // session has been ended. Nobody is found here, so an identity is only ever linked by its own address.
    getUser: async () => null,
  }
}

/** A provider that says "this address is not verified" has not told us who it is. */
const addressIsTrusted = (profile: unknown): boolean =>
  typeof profile === 'object' && profile !== null && Reflect.get(profile, 'email_verified') !== false

/** next-auth, with sessions that the database can end: the token carries the id of a `UserSession` row. */
export const authOptions = (): NextAuthOptions => ({
  adapter: adapter(),
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({ credentials: { email: {}, password: {} }, authorize: byPassword }),
    ...(env().COLLOQUY_DEMO
      ? [
          CredentialsProvider({
            id: 'demo',
            name: 'Demo',
            credentials: { userId: {} },
            authorize: asDemoPerson,
          }),
        ]
      : []),
    ...oidc(),
    ...mailLink(),
  ],
  callbacks: {
    signIn: ({ account, profile, user, email }) => {
      if (account?.provider === 'email')
        return linkIsForSomebody(user.email, email?.verificationRequest === true)
      return account?.provider !== 'oidc' || addressIsTrusted(profile)
    },
    jwt: async ({ token, user }) => {
      if (!user) return token
      return { sub: user.id, sid: await beginSession(user.id) }
    },
    // Nothing reads next-auth's own session (lib/server/session.ts does the work); it tells nothing.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === 'string') await endSession(token.sid)
    },
  },
})
