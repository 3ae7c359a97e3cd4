import { describe, expect, test } from 'vitest'
import { formsOf, inBlindOrder, leaksIn, tracesOf } from './leaks'

const ID = '0199f3c1-5a1e-7b3c-9d00-1f2e3d4c5b6a'
const AUTHOR = {
  name: 'Ottoline Quarrymoor-1a2b3c',
  email: 'ottoline.quarrymoor@letters.example',
  userId: ID,
  memberId: '0199f3c1-5a1e-7b3c-9d00-aaaaaaaaaaaa',
}
const SUBMITTED = '2026-11-03T01:10:07.250Z'
const found = (text: string) =>
  leaksIn([{ where: 'here', text }], [...tracesOf(AUTHOR), ...formsOf(SUBMITTED)]).map((leak) => leak.trace)

/** Each as it would be sent, with the trace that must be found in it. */
const PLANTED: [what: string, text: string, trace: string][] = [
  ['a name in a comment of the page', '<main><!-- by Ottoline Quarrymoor-1a2b3c --></main>', AUTHOR.name],
  ['a name in pieces', '<p>Ottoline<!-- --> <b>Quarrymoor-1a2b3c</b></p>', AUTHOR.name],
  ['a first name alone', '<title>Ottoline’s critique</title>', 'Ottoline'],
  ['a name with signs as entities', '<p>Ottoline&#x20;Quarrymoor&#45;1a2b3c</p>', AUTHOR.name],
  ['a name in an attribute', '<img alt="OTTOLINE QUARRYMOOR-1A2B3C">', AUTHOR.name],
  ['an id in a payload', `5:["$","li",null,{"authorId":"${ID}"}]`, ID],
  ['an id in a payload inside a script', `<script>push([1,"5:{\\"authorId\\":\\"${ID}\\"}"])</script>`, ID],
  [
    'an id in capitals, or without its hyphens',
    `{"a":"${ID.replaceAll('-', '').toUpperCase()}"}`,
    ID.replaceAll('-', ''),
  ],
  ['an address in a file of marks', '"1",ottoline.quarrymoor@letters.example,50,100\r\n', AUTHOR.email],
  ['an address in a link', '<a href="mailto:ottoline.quarrymoor%40letters.example">', AUTHOR.email],
  [
    'a name in the name of a file',
    JSON.stringify([
      ['content-disposition', `attachment; filename*=UTF-8''Ottoline%20Quarrymoor-1a2b3c.pdf`],
    ]),
    AUTHOR.name,
  ],
  [
    'a name in the name of a file, as addresses have it',
    JSON.stringify([['content-disposition', 'attachment; filename="ottoline-quarrymoor-1a2b3c.pdf"']]),
    'ottoline-quarrymoor-1a2b3c',
  ],
  [
    'the second of the submission',
    '<time datetime="2026-11-03T01:10:07.000Z">3 Nov</time>',
    '2026-11-03T01:10:07',
  ],
  ['the second as a number', `{"at":${Date.parse(SUBMITTED)}}`, String(Date.parse(SUBMITTED))],
  [
    'the second in a header',
    JSON.stringify([['last-modified', 'Tue, 03 Nov 2026 01:10:07 GMT']]),
    'Tue, 03 Nov 2026 01:10:07 GMT',
  ],
  ['the second in a file’s metadata', '/CreationDate (D:20261103011007Z)', '20261103011007'],
]

describe('what was planted is found', () => {
  test.each(PLANTED)('%s', (_, text, trace) => {
    expect(found(text)).toContain(trace)
  })

  test('and nothing where nothing is', () => {
    expect(found('<p>Reviewer 1 wrote on 3 November that perception outweighs interest.</p>')).toEqual([])
    expect(found('{"at":"2026-11-03T01:10:00.000Z"}')).toEqual([])
  })

  test('by what it was sent is said', () => {
    const sent = [
      { where: '/a', text: 'nothing' },
      { where: '/b', text: ID },
    ]
    expect(leaksIn(sent, [ID])).toEqual([{ where: '/b', trace: ID }])
  })
})

describe('an order that must not be told', () => {
  const keys = ['9c', '4f', 'e1', '07']
  const list = (order: string[]) =>
    order.map((key) => `<li><a href="/reviews/${key}">A critique</a></li>`).join('')

  test('is told where critiques stand as their authors submitted them', () => {
    expect(inBlindOrder(list(keys), keys)).toBe(false)
    expect(inBlindOrder(list(keys.toReversed()), keys)).toBe(false)
  })

  test('is not where they stand in the order of their keys, all or some of them', () => {
    expect(inBlindOrder(list(['07', '4f', '9c', 'e1']), keys)).toBe(true)
    expect(inBlindOrder(list(['4f', 'e1']), keys)).toBe(true)
  })
})
