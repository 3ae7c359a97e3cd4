import { describe, expect, it } from 'vitest'
import { type Block, importDocument } from '.'
import { bytesOf, docx, epub, jats, noteMark, para } from './testing/files'

const read = (bytes: Uint8Array | string, name: string, type?: string) =>
  importDocument({
    bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
    name,
    ...(type ? { type } : {}),
  })

const NOTE: Block = { kind: 'note', text: '1 See the ledger.' }

/** One small paper, as each format writes it; every one of them must come out as this. */
const EXPECTED = {
  title: 'Reading the Ferry',
  authors: ['Mara Lindqvist', 'Tomás Oyelaran'],
  abstract: 'Timetables look neutral. This paper argues that they are not.',
  sections: [
    {
      heading: 'Introduction',
      level: 1,
      blocks: [
        { kind: 'paragraph', text: 'A timetable is a promise.¹ Everybody lives by it.' },
        NOTE,
        { kind: 'quote', text: 'The shortest constitution an island will ever have.' },
        { kind: 'list', text: '- Who asked?\n- Who paid?' },
      ],
    },
    {
      heading: 'Bargains in print',
      level: 2,
      blocks: [
        { kind: 'table', text: 'Table 1. Calls\n\nIsland\tCalls\nNorth\t41' },
        { kind: 'paragraph', text: '섬의 시간표는 약속이다. 時刻表は約束である。' },
      ],
    },
  ],
  bibliography: ['Abara, Chidi. 1998. Small Harbours. Lagos: Delta Press.'],
  warnings: [],
}

const DOCX = docx(
  para('Reading the Ferry', 'Title') +
    para('Mara Lindqvist', 'Author') +
    para('Tomás Oyelaran', 'Author') +
    para('Timetables look neutral. This paper argues that they are not.', 'Abstract') +
    para('Introduction', 'Heading1') +
    `<w:p><w:r><w:t>A timetable is a promise.</w:t></w:r>${noteMark(2)}<w:r><w:t xml:space="preserve"> Everybody lives by it.</w:t></w:r></w:p>` +
    para('The shortest constitution an island will ever have.', 'Quote') +
    ['Who asked?', 'Who paid?']
      .map(
        (t) =>
          `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${t}</w:t></w:r></w:p>`,
      )
      .join('') +
    para('Bargains in print', 'Heading2') +
    para('Table 1. Calls', 'Caption') +
    `<w:tbl>${[
      ['Island', 'Calls'],
      ['North', '41'],
    ]
      .map((r) => `<w:tr>${r.map((c) => `<w:tc>${para(c)}</w:tc>`).join('')}</w:tr>`)
      .join('')}</w:tbl>` +
    para('섬의 시간표는 약속이다. 時刻表は約束である。') +
    para('References', 'Heading1') +
    para('Abara, Chidi. 1998. Small Harbours. Lagos: Delta Press.'),
)

const BODY = `<h1>Introduction</h1><p>A timetable is a promise.<sup><a href="#fn1" role="doc-noteref">1</a></sup> Everybody lives by it.</p>
<blockquote><p>The shortest constitution an island will ever have.</p></blockquote><ul><li>Who asked?</li><li>Who paid?</li></ul>
<h2>Bargains in print</h2><table><caption>Table 1. Calls</caption><tr><th>Island</th><th>Calls</th></tr><tr><td>North</td><td>41</td></tr></table>
<p>섬의 시간표는 약속이다. 時刻表は約束である。</p>
<h1>References</h1><p>Abara, Chidi. 1998. <i>Small Harbours</i>. Lagos: Delta Press.</p>
<section role="doc-endnotes"><ol><li id="fn1"><p>See the ledger. <a href="#r1" role="doc-backlink">↩</a></p></li></ol></section>`

const HTML = `<!doctype html><html><head><title>Reading the Ferry</title>
<meta name="citation_author" content="Lindqvist, Mara"><meta name="citation_author" content="Tomás Oyelaran">
<meta name="citation_abstract" content="Timetables look neutral. This paper argues that they are not."></head>
<body><header><nav>Home · Subscribe</nav></header><main>${BODY}</main><footer>Cookies</footer></body></html>`

const MARKDOWN = `---
title: Reading the Ferry
author: [Mara Lindqvist, Tomás Oyelaran]
abstract: Timetables look neutral. This paper argues that they are not.
---

# Introduction

A timetable is a promise.[^1] Everybody
lives by it.

> The shortest constitution an island will ever have.

- Who asked?
- Who paid?

## Bargains in print

Table: Table 1. Calls

| Island | Calls |
|--------|-------|
| North  | 41    |

섬의 시간표는 약속이다. 時刻表は約束である。

# References

Abara, Chidi. 1998. *Small Harbours*. Lagos: Delta Press.

[^1]: See the ledger.
`

const name = (given: string, family: string) =>
  `<contrib contrib-type="author"><name><surname>${family}</surname><given-names>${given}</given-names></name></contrib>`
const JATS = jats(
  `<title-group><article-title>Reading the Ferry</article-title></title-group><contrib-group>${name('Mara', 'Lindqvist')}${name('Tomás', 'Oyelaran')}</contrib-group><abstract><p>Timetables look neutral. This paper argues that they are not.</p></abstract>`,
  `<sec><title>Introduction</title><p>A timetable is a promise.<xref ref-type="fn" rid="f1"><sup>1</sup></xref> Everybody lives by it.</p>
<disp-quote><p>The shortest constitution an island will ever have.</p></disp-quote>
<list list-type="bullet"><list-item><p>Who asked?</p></list-item><list-item><p>Who paid?</p></list-item></list>
<sec><title>Bargains in print</title><table-wrap><label>Table 1</label><caption><p>Calls</p></caption><table><tr><th>Island</th><th>Calls</th></tr><tr><td>North</td><td>41</td></tr></table></table-wrap>
<p>섬의 시간표는 약속이다. 時刻表は約束である。</p></sec></sec>`,
  `<fn-group><fn id="f1"><label>1</label><p>See the ledger.</p></fn></fn-group><ref-list><ref><mixed-citation>Abara, Chidi. 1998. <italic>Small Harbours</italic>. Lagos: Delta Press.</mixed-citation></ref></ref-list>`,
  '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3//EN" "JATS-journalpublishing1-3.dtd">\n',
)

describe('one paper in five formats', () => {
  it('DOCX', async () => expect(await read(DOCX, 'paper.docx')).toEqual(EXPECTED))
  it('HTML', async () => expect(await read(HTML, 'paper.html')).toEqual(EXPECTED))
  it('Markdown', async () => expect(await read(MARKDOWN, 'paper.md')).toEqual(EXPECTED))
  it('JATS', async () => expect(await read(JATS, 'paper.xml')).toEqual(EXPECTED))
  it('EPUB', async () => {
    const { abstract: _, ...rest } = EXPECTED
    const r = await read(epub([BODY.replace('role="doc-noteref"', 'epub:type="noteref"')]), 'paper.epub')
    expect(r).toEqual({ ...rest, title: 'Ferries', authors: ['Mara Lindqvist'] })
  })
  it('is known by its content, whatever its name says', async () => {
    expect((await read(DOCX, 'paper.pdf', 'application/pdf')).title).toBe(EXPECTED.title)
    expect((await read(JATS, 'paper.txt', 'text/plain')).title).toBe(EXPECTED.title)
    expect((await read(HTML, 'unnamed')).title).toBe(EXPECTED.title)
  })
})

describe('mathematics', () => {
  it('comes out of Word as TeX', async () => {
    const r = (t: string) => `<m:r><m:t>${t}</m:t></m:r>`
    const fraction = `<m:f><m:num>${r('a')}</m:num><m:den>${r('b')}</m:den></m:f>`
    const body = `<w:p><w:r><w:t xml:space="preserve">Let </w:t></w:r><m:oMath><m:sSub><m:e>${r('x')}</m:e><m:sub>${r('i')}</m:sub></m:sSub></m:oMath><w:r><w:t xml:space="preserve"> be given.</w:t></w:r></w:p><w:p><m:oMathPara><m:oMath>${fraction}</m:oMath></m:oMathPara></w:p>`
    expect((await read(docx(body), 'x.docx')).sections[0]?.blocks).toEqual([
      { kind: 'paragraph', text: 'Let $x_{i}$ be given.' },
      { kind: 'equation', text: '\\frac{a}{b}' },
    ])
  })

  it('comes out of MathML as TeX, its own where it carries it', async () => {
    const built = '<math display="block"><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>'
    const carried =
      '<p>So <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_0</annotation></semantics></math> it is.</p>'
    expect(
      (await read(`<html><body>${built}${carried}</body></html>`, 'x.html')).sections[0]?.blocks,
    ).toEqual([
      { kind: 'equation', text: '\\frac{a}{b^{2}}' },
      { kind: 'paragraph', text: 'So $x_0$ it is.' },
    ])
  })

  it('stays in Markdown', async () => {
    const r = await read('# A\n\nLet $x$ be.\n\n$$\na = b\n$$\n\n$$c$$\n', 'x.md')
    expect(r.sections[0]?.blocks.map((b) => [b.kind, b.text])).toEqual([
      ['paragraph', 'Let $x$ be.'],
      ['equation', 'a = b'],
      ['equation', 'c'],
    ])
  })
})

describe('plain text and pastes', () => {
  it('splits headings that run into the text', async () => {
    const paste = `IntroductionNorth Korea itself has outlived every forecast of its end by many years.

Theoretical FrameworkThis section sets out what neoclassical realism claims about such states.

ConclusionThe argument has been that perception matters more than is often thought.`
    const r = await read(paste, 'paste', 'text/plain')
    expect(r.sections.map((s) => s.heading)).toEqual(['Introduction', 'Theoretical Framework', 'Conclusion'])
    expect(r.sections[0]?.blocks[0]?.text).toMatch(/^North Korea itself/)
  })

  it('joins hard-wrapped lines and finds numbered, capital and underlined headings', async () => {
    const text = `1. The Ferry\n\nA timetable is a promise that is made to the whole is-\nland, and that is kept in winter.\n\nMETHODS\n\nWe read forty years of them.\n\nSources\n=======\n\n- ledgers\n- letters of the\n  council\n\nReferences\n\nAbara, C. 1998. Small Harbours.\nOyelaran, T. 2016. Promises.`
    const r = await read(text, 'notes.txt')
    expect(r.sections.map((s) => s.heading)).toEqual(['1. The Ferry', 'METHODS', 'Sources'])
    expect(r.sections[0]?.blocks[0]?.text).toBe(
      'A timetable is a promise that is made to the whole island, and that is kept in winter.',
    )
    expect(r.sections[2]?.blocks).toEqual([{ kind: 'list', text: '- ledgers\n- letters of the council' }])
  })

  it('takes a paste of HTML for HTML, and one of Markdown for Markdown', async () => {
    const html = await read('<h2>Method</h2><p>We read <b>forty</b> years of them.</p>', 'paste', 'text/html')
    expect(html.sections).toEqual([
      { heading: 'Method', level: 1, blocks: [{ kind: 'paragraph', text: 'We read forty years of them.' }] },
    ])
    const md = await read('# One\n\ntext\n\n# Two\n\nmore', 'paste')
    expect(md.sections.map((s) => s.heading)).toEqual(['One', 'Two'])
  })

  it('reads old encodings of Korean, Japanese, Chinese and the West', async () => {
    const euckr = Uint8Array.from([0xbc, 0xad, 0xbf, 0xef, 0x20, 0xc6, 0xf2, 0xbe, 0xe7, 0x2e])
    const sjis = Uint8Array.from([
      0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x96, 0x7b, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42,
    ])
    const latin = Uint8Array.from([...bytesOf('The caf'), 0xe9, ...bytesOf(' is closed in winter.')])
    const texts = await Promise.all(
      [euckr, sjis, latin].map(async (b) => (await read(b, 'x.txt')).sections[0]?.blocks[0]?.text),
    )
    expect(texts).toEqual(['서울 평양.', 'これは本です。', 'The café is closed in winter.'])
  })
})

describe('A table of contents', () => {
  it('is left out, and what follows its last line with dot leaders is not', async () => {
    const lines = ['1 Harbours . . . . . . . 3', '2 Ledgers . . . . . . . 9']
    const prose = 'Harbours are where the state is seen to wait, and to be waited for.'
    const source = `# Contents\n\n${lines.join('\n\n')}\n\n${prose}\n\n# 2 Ledgers\n\n${`${prose} `.repeat(6)}`
    const { sections } = await read(source, 'a.md')
    expect(sections.map((s) => s.heading)).toEqual(['', '2 Ledgers'])
    expect(sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: prose }])
  })
})

it('headings that a program wrote as paragraphs are found by their names, and nobody is no author', async () => {
  const html = `<html><head><meta name="author" content="Unknown Author"><title>Waiting</title></head><body>
    <p>Introduction</p><p>We read forty years of them.</p><p>Results</p><p>There were many.</p></body></html>`
  const { authors, sections } = await read(html, 'a.html')
  expect(authors).toEqual([])
  expect(sections.map((s) => s.heading)).toEqual(['Introduction', 'Results'])
})
