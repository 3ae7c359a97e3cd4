import { afterEach, describe, expect, it, vi } from 'vitest'
import { isAppError } from '@/lib/errors'
import { importDocument } from '.'
import { LIMITS } from './limits'
import { bytesOf, docx, epub, jats, para } from './testing/files'
import { pdf } from './testing/pdf'
import { zip } from './testing/zip'

const refused = async (bytes: Uint8Array | string, name = 'file') => {
  try {
    await importDocument({ bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes, name })
  } catch (e) {
    if (!isAppError(e)) throw e
    expect(e.message).toMatch(/^[A-Z].{15,}\.$/)
    return e.code
  }
  return 'accepted'
}

const text = { x: 70, y: 100, text: 'A sentence of the paper.' }

describe('a PDF', () => {
  it('locked with a password', async () =>
    expect(await refused(pdf({ pages: [{ texts: [text] }], locked: true }))).toBe('IMPORT_ENCRYPTED'))
  it('cut short', async () => {
    const whole = pdf({ pages: [{ texts: [text] }] })
    expect(await refused(whole.slice(0, 60))).toBe('IMPORT_BROKEN')
  })
  it('of noise after its signature', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)
    noise.set(bytesOf('%PDF-1.4\n'))
    expect(await refused(noise)).toBe('IMPORT_BROKEN')
  })
  it('without text', async () =>
    expect(await refused(pdf({ pages: [{ texts: [] }, { texts: [] }] }))).toBe('IMPORT_SCANNED'))
  it('of scans with a stamp on each', async () => {
    const pages = Array.from({ length: 6 }, () => ({ texts: [{ x: 500, y: 20, text: 'Scanned 2011' }] }))
    expect(await refused(pdf({ pages }))).toBe('IMPORT_SCANNED')
  })
  it('of too many pages', async () => {
    const pages = Array.from({ length: LIMITS.pages + 1 }, () => ({ texts: [] }))
    expect(await refused(pdf({ pages }))).toBe('IMPORT_TOO_LARGE')
  })
  it('whose content inflates without end', async () => {
    const page = { texts: [text], padding: LIMITS.pdfStreamBytes + 1000 }
    expect(await refused(pdf({ pages: [page], deflate: true }))).toBe('IMPORT_HOSTILE')
  })
})

describe('a zip', () => {
  const big = 'a'.repeat(3 * 1024 * 1024)
  it('that unpacks to far more than it weighs', async () => {
    expect(await refused(docx(para('x'), [{ name: 'word/media/a.xml', data: big, deflate: true }]))).toBe(
      'IMPORT_HOSTILE',
    )
  })
  it('that claims less than it holds', async () => {
    const lie = zip([
      {
        name: 'META-INF/container.xml',
        data: `<container>${'<a/>'.repeat(90000)}</container>`,
        deflate: true,
        claims: { size: 100 },
      },
    ])
    expect(await refused(lie)).toBe('IMPORT_HOSTILE')
  })
  it('of too many files', async () => {
    const parts = Array.from({ length: LIMITS.zipEntries + 1 }, (_, i) => ({ name: `f${i}`, data: '' }))
    expect(await refused(zip(parts))).toBe('IMPORT_HOSTILE')
  })
  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\windows\\x', 'a/../../b'])(
    'with the name %s',
    async (name) => {
      expect(await refused(docx(para('x'), [{ name, data: 'x' }]))).toBe('IMPORT_HOSTILE')
    },
  )
  it('with a password', async () => {
    expect(
      await refused(docx(para('x'), [{ name: 'a', data: 'x', deflate: true, claims: { flags: 1 } }])),
    ).toBe('IMPORT_ENCRYPTED')
  })
  it('cut short', async () => expect(await refused(docx(para('x')).slice(0, 400))).toBe('IMPORT_BROKEN'))
  it('that is no document', async () => {
    expect(await refused(zip([{ name: 'a.txt', data: 'x' }]))).toBe('IMPORT_UNSUPPORTED')
    expect(await refused(zip([{ name: 'content.xml', data: 'x' }]))).toBe('IMPORT_UNSUPPORTED')
  })
  it('whose e-book chapters lie outside or are missing is read without them', async () => {
    const book = epub(['<p>The only chapter that there is.</p>'])
    const r = await importDocument({ bytes: book, name: 'x.epub' })
    expect(r.sections[0]?.blocks[0]?.text).toBe('The only chapter that there is.')
  })
  it('of a copy-protected e-book', async () => {
    const lock =
      '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/text/c0.xhtml"/></CipherData></EncryptedData></encryption>'
    expect(await refused(epub(['<p>x</p>'], [{ name: 'META-INF/encryption.xml', data: lock }]))).toBe(
      'IMPORT_ENCRYPTED',
    )
  })
})

describe('XML', () => {
  const bomb = '<!DOCTYPE article [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
  it('with entities of its own', async () => {
    expect(await refused(jats('', '<p>&b;</p>', '', bomb), 'x.xml')).toBe('IMPORT_HOSTILE')
    const document = `${bomb}<w:document xmlns:w="x"><w:body/></w:document>`
    const file = zip([{ name: 'word/document.xml', data: document }])
    expect(await refused(file)).toBe('IMPORT_HOSTILE')
  })
  it('that points at a file', async () => {
    const outside = '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
    expect(await refused(jats('', '<p>&x;</p>', '', outside), 'x.xml')).toBe('IMPORT_HOSTILE')
  })
  it('that is not well-formed', async () => {
    expect(
      await refused('<?xml version="1.0"?><article article-type="a"><front><p></article>', 'x.xml'),
    ).toBe('IMPORT_BROKEN')
  })
  it('nested beyond any text', async () => {
    const deep = jats('', `${'<sec>'.repeat(5000)}<p>x</p>${'</sec>'.repeat(5000)}`)
    expect(await refused(deep, 'x.xml')).toBe('IMPORT_HOSTILE')
  })
})

describe('HTML', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is not run, and nothing that it names is loaded', async () => {
    const fetched = vi.fn()
    vi.stubGlobal('fetch', fetched)
    const page = `<html><head><style>p{background:url(http://x.test/a.png)}</style><link rel="stylesheet" href="http://x.test/b.css"><script>globalThis.bad = 1</script></head>
      <body onload="globalThis.bad = 2"><p>Text <img src="http://x.test/c.png" alt="A map" onerror="globalThis.bad = 3"> stays.</p>
      <iframe src="http://x.test/d"></iframe><svg><script>globalThis.bad = 4</script></svg><p style="display:none">hidden</p></body></html>`
    const r = await importDocument({ bytes: bytesOf(page), name: 'x.html' })
    expect(r.sections[0]?.blocks).toEqual([
      { kind: 'paragraph', text: 'Text stays.' },
      { kind: 'figure', text: 'A map' },
    ])
    expect(r.warnings).toHaveLength(2)
    expect(fetched).not.toHaveBeenCalled()
    expect(globalThis).not.toHaveProperty('bad')
  })

  it.each(['div', 'b', 'blockquote', 'ul><li', 'table><tr><td'])(
    'nested 100,000 deep in <%s> is refused at once',
    async (tag) => {
      const started = performance.now()
      expect(await refused(`<html><body>${`<${tag}>`.repeat(100_000)}x`, 'x.html')).toBe('IMPORT_HOSTILE')
      expect(performance.now() - started).toBeLessThan(2000)
    },
  )

  it.each([
    ['unclosed quotes', '<p a="'],
    ['unclosed comments', '<!--'],
    ['lone signs', '<<<<'],
    ['unclosed tags', '<p '],
    ['comments', '<!---->'],
    ['declarations', '<?x?>'],
  ])('of very many %s takes no more than seconds', async (_, part) => {
    const started = performance.now()
    await refused(`<html><body><p>text</p>${part.repeat(200_000 / part.length)}`, 'x.html')
    await refused(part.repeat(200_000 / part.length), 'x.txt')
    expect(performance.now() - started).toBeLessThan(6000)
  })
})

describe('anything else', () => {
  it.each([
    ['an empty file', '', 'IMPORT_EMPTY'],
    ['blanks', '  \n\n ', 'IMPORT_EMPTY'],
    ['a picture', '\x89PNG\r\n', 'IMPORT_SCANNED'],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'IMPORT_UNSUPPORTED'],
    [
      'an encrypted Word file',
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\0')}\0`,
      'IMPORT_ENCRYPTED',
    ],
    ['RTF', '{\\rtf1 hello}', 'IMPORT_UNSUPPORTED'],
    [
      'noise',
      Array.from({ length: 500 }, (_, i) => String.fromCharCode((i * 37) % 32)).join(''),
      'IMPORT_UNSUPPORTED',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refused(Uint8Array.from(content, (c) => c.charCodeAt(0)))).toBe(code)
  })

  it('too large a file', async () =>
    expect(await refused(new Uint8Array(LIMITS.fileBytes + 1))).toBe('IMPORT_TOO_LARGE'))

  it('loses its NULs, its controls and its lone surrogates', async () => {
    const r = await importDocument({
      bytes: bytesOf('# A\u0000 title\n\nSome\u0000 te\u202ext\u0007.\n\n# B\n\nx'),
      name: 'x.md',
    })
    expect(r.sections[0]).toEqual({
      heading: 'A title',
      level: 1,
      blocks: [{ kind: 'paragraph', text: 'Some text.' }],
    })
  })

  it.each(['> ', '- ', '**', '[', '`', '<b>', '$', '|'])(
    'very many Markdown signs %s take no more than seconds',
    async (sign) => {
      const started = performance.now()
      await refused(`# A\n\n# B\n\n${sign.repeat(400_000 / sign.length)}`, 'x.md')
      expect(performance.now() - started).toBeLessThan(6000)
    },
  )

  it('is cancelled before it starts', async () => {
    const work = importDocument({ bytes: bytesOf('text'), name: 'x.txt' }, { signal: AbortSignal.abort() })
    await expect(work).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' })
  })
})
