import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makePerson, useDatabase } from '@/lib/testing/database'
import { authOptions } from './auth'
import { forgetOldLinks, mailLink } from './mail-link'
import { throttledLink } from './sign-in-throttle'

useDatabase()
beforeAll(() => {
  process.env.COLLOQUY_DEMO = '1'
})

const CALLBACK = 'http://localhost:3000/api/auth/callback/email?callbackUrl=%2F&token=t0ken&email='
const request = async (identifier: string) => {
  const [provider] = mailLink()
  await provider?.sendVerificationRequest({
    ...{ identifier, url: CALLBACK + encodeURIComponent(identifier), token: 't0ken', provider },
    ...{ expires: new Date(), theme: {} },
  } as never)
  await new Promise((done) => setTimeout(done, 200))
}

test('a link goes to whoever has an account, by way of a page that a mail scanner cannot use up', async () => {
  const person = await makePerson()
  const { email } = await db.user.findUniqueOrThrow({ where: { id: person.userId } })
  await request(email)
  await request('nobody@example.org')
  const mails = await db.mail.findMany()
  expect(mails.map((m) => m.to)).toEqual([email])
  expect(mails[0]?.text).toContain('/sign-in/link?token=t0ken')
  expect(mails[0]?.text).not.toContain('/api/auth/callback')
})

test('asking is answered alike for everybody; coming in needs an account', async () => {
  const signIn = authOptions().callbacks?.signIn
  const with_ = (email: string, asking: boolean) =>
    signIn?.({
      user: { id: 'x', email },
      account: { provider: 'email', type: 'email', providerAccountId: email, userId: 'x' },
      email: asking ? { verificationRequest: true } : undefined,
    } as never)
  const { email } = await db.user.findFirstOrThrow()
  expect(await with_(email, true)).toBe(true)
  expect(await with_('nobody@example.org', true)).toBe(true)
  expect(await with_(email, false)).toBe(true)
  expect(await with_('nobody@example.org', false)).toBe(false)
})

test('one address is sent a few links, whether or not there is an account', async () => {
  const ask = () =>
    throttledLink(
      new Request('http://localhost:3000/api/auth/signin/email', {
        method: 'POST',
        body: new URLSearchParams({ email: ' Nobody@Example.org ' }),
      }),
      async () => new Response(),
    )
  for (let i = 0; i < 5; i++) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'TOO_MANY' })
})

test('links that nobody used are forgotten', async () => {
  const at = new Date()
  const make = (token: string, expires: Date) =>
    db.verificationToken.create({ data: { identifier: 'a@example.org', token, expires } })
  await make('old', new Date(at.getTime() - 1000))
  await make('new', new Date(at.getTime() + 1000))
  await forgetOldLinks(at)
  expect((await db.verificationToken.findMany()).map((t) => t.token)).toEqual(['new'])
})
