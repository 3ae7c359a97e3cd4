import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { listener } from '@/lib/events'
import type { Wake } from '@/lib/events/listener'
import type { Actor } from '@/lib/policy'
import { makePerson, useDatabase } from '@/lib/testing/database'
import { authOptions } from './auth'
import { changeName, changePassword, createOwner, createUser, endEverywhere } from './commands'
import { hashPassword, verifyPassword } from './password'
import { demoPeople, needsOwner, ownAccount, sitePeople } from './queries'
import { beginSession } from './sessions'
import { isSetupCode, setupCode } from './setup'
import { throttledSignIn } from './sign-in-throttle'

useDatabase()

const owner = {
  name: 'Ada Owner',
  email: 'ada@example.org',
  password: 'a long pass phrase',
  setupCode: '',
}

describe('the first owner', () => {
  test('the code is twelve hexadecimal digits in three parts, and follows from the secret', () => {
    expect(setupCode('one secret of a server')).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/)
    expect(setupCode('one secret of a server')).not.toBe(setupCode('another secret of a server'))
    expect(isSetupCode(` ${setupCode().toUpperCase().replaceAll('-', ' ')} `)).toBe(true)
    expect(isSetupCode('')).toBe(false)
  })

  test('a wrong code is refused beside its field, and after thirty tries not looked at', async () => {
    const wrong = { ...owner, setupCode: '0000-0000-0000' }
    for (let i = 0; i < 30; i++)
      await expect(createOwner('10.0.0.1', wrong)).rejects.toMatchObject({
        code: 'INVALID',
        detail: { fields: { setupCode: expect.any(String) } },
      })
    await expect(createOwner('10.0.0.1', { ...owner, setupCode: setupCode() })).rejects.toMatchObject({
      code: 'TOO_MANY',
      detail: { retryAfterSeconds: expect.any(Number) },
    })
  })

  test('two at once are one, and then there is no first run any more', async () => {
    expect(await needsOwner()).toBe(true)
    const right = { ...owner, setupCode: setupCode() }
    const tries = await Promise.allSettled([
      createOwner('a', right),
      createOwner('b', { ...right, email: 'b@example.org' }),
    ])
    expect(tries.map((t) => t.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.user.count({ where: { siteOwner: true } })).toBe(1)
    expect(await needsOwner()).toBe(false)
    await expect(createOwner('c', right)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('an account', () => {
  let person: Actor
  const wakes: Wake[] = []
  const hear = (wake: Wake) => {
    if (wake.kind === 'user') wakes.push(wake)
  }

  beforeAll(async () => {
    person = await makePerson()
    await db.user.update({
      where: { id: person.userId },
      data: { passwordHash: await hashPassword('first password') },
    })
    listener().subscribers.add(hear)
    await listener().ready
  })
  afterEach(() => {
    wakes.length = 0
  })

  const sessionsOf = async () =>
    (await db.userSession.findMany({ where: { userId: person.userId } })).map((s) => s.id)
  const woken = () => expect.poll(() => wakes).toContainEqual({ kind: 'user', userId: person.userId })

  test('the address is nobody else’s', async () => {
    const twice = { name: 'Twin', email: 'ada@example.org', at: new Date() }
    await createUserIn(twice).catch(() => {})
    await expect(createUserIn(twice)).rejects.toMatchObject({
      code: 'INVALID',
      detail: { fields: { email: expect.any(String) } },
    })
  })

  test('a changed password ends the other sessions and wakes their streams', async () => {
    const here = await beginSession(person.userId)
    await beginSession(person.userId)
    await changePassword(person, { current: 'first password', next: 'second password' }, here)
    expect(await sessionsOf()).toEqual([here])
    await woken()
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: person.userId } })
    expect(await verifyPassword('second password', passwordHash ?? '')).toBe(true)
  })

  test('without the present password nothing changes', async () => {
    const before = await sessionsOf()
    await expect(
      changePassword(person, { current: 'a guess', next: 'third password' }, null),
    ).rejects.toMatchObject({ code: 'INVALID', detail: { fields: { current: expect.any(String) } } })
    expect(await sessionsOf()).toEqual(before)
  })

  test('signing out everywhere leaves no session', async () => {
    await beginSession(person.userId)
    await endEverywhere(person)
    expect(await sessionsOf()).toEqual([])
    await woken()
  })

  test('a name can be changed, a demo person’s password cannot', async () => {
    await changeName(person, { name: 'New Name' })
    expect(await ownAccount(person)).toMatchObject({ name: 'New Name', hasPassword: true, demo: false })
    const demo = await makePerson()
    await db.user.update({ where: { id: demo.userId }, data: { demo: true } })
    await expect(changePassword(demo, { current: '', next: 'long enough' }, null)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('the list of people is the site owner’s alone', async () => {
    await expect(sitePeople(person)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const people = await sitePeople({ ...person, siteOwner: true })
    expect(people.map((p) => p.email)).toContain('ada@example.org')
    expect(Object.keys(people[0] ?? {})).not.toContain('passwordHash')
  })

  test('without the demo nobody is offered for one click', async () => {
    expect(await demoPeople()).toEqual([])
  })
})

const createUserIn = (data: { name: string; email: string; at: Date }) =>
  transaction((tx) => createUser(tx, data))

describe('wrong passwords', () => {
  const attempt = (email: string, right = false) =>
    throttledSignIn(
      new Request('http://localhost/api/auth/callback/credentials', {
        method: 'POST',
        body: new URLSearchParams({ email, password: 'x' }),
      }),
      async () =>
        new Response(null, { headers: right ? { 'set-cookie': 'next-auth.session-token=1; Path=/' } : {} }),
    )

  test('the eleventh in a row is refused with the time to wait; other addresses are not touched', async () => {
    for (let i = 0; i < 10; i++) await attempt('Guessed@example.org')
    await expect(attempt('guessed@example.org', true)).rejects.toMatchObject({
      code: 'TOO_MANY',
      status: 429,
      detail: { retryAfterSeconds: expect.any(Number) },
    })
    await attempt('other@example.org')
  })

  test('a right one begins the count anew', async () => {
    for (let i = 0; i < 9; i++) await attempt('forgetful@example.org')
    await attempt('forgetful@example.org', true)
    for (let i = 0; i < 9; i++) await attempt('forgetful@example.org')
    await attempt('forgetful@example.org', true)
  })
})

describe('single sign-on', () => {
  test('the adapter makes a person, and links an identity without keeping the provider’s tokens', async () => {
    const { adapter } = authOptions()
    const user = await adapter?.createUser?.({
      name: 'Idp Person',
      email: 'idp@example.org',
      emailVerified: null,
      image: undefined,
    } as never)
    expect(user?.id).toMatch(/^[0-9a-f-]{36}$/)
    await adapter?.linkAccount?.({
      userId: user?.id ?? '',
      type: 'oauth',
      provider: 'oidc',
      providerAccountId: 'sub-1',
      access_token: 'token',
      'not-before-policy': 0,
    } as never)
    const key = { provider: 'oidc', providerAccountId: 'sub-1' }
    expect(await adapter?.getUserByAccount?.(key)).toMatchObject({ email: 'idp@example.org' })
    expect(await db.account.findFirst({ where: key })).toMatchObject({ access_token: null, id_token: null })
  })

  test('an identity is not linked to whoever an old cookie names', async () => {
    const someone = await makePerson()
    expect(await authOptions().adapter?.getUser?.(someone.userId)).toBeNull()
  })

  test('a provider that did not verify the address is refused', async () => {
    const signIn = authOptions().callbacks?.signIn
    const ask = (profile: object) => signIn?.({ account: { provider: 'oidc' }, profile } as never)
    expect(await ask({ email: 'x@example.org', email_verified: false })).toBe(false)
    expect(await ask({ email: 'x@example.org' })).toBe(true)
  })
})
