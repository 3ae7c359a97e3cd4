import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, linkLabel, type SourceRow, showSource, stands } from './source-label'

const row = (over: Partial<SourceRow>): SourceRow => ({
  ...{ id: 's', kind: 'NOTE', text: '', url: null, exact: null, start: null, end: null },
  ...{ noteId: null, noteAuthor: null, noteBody: null, noteExact: null, noteStands: false },
  ...{ reading: null, readingSlug: null, published: false, section: null, sectionCode: null },
  ...{ evidenceCode: null, evidenceDate: null, observation: null },
  ...over,
})
const student = { courseSlug: 'dprk', staff: false }
const teacher = { courseSlug: 'dprk', staff: true }
const section = { reading: 'Juche', readingSlug: 'juche', published: true, section: 3, sectionCode: 'S3' }
const note = row({ ...section, noteId: 'n1', noteAuthor: 'Amara', noteBody: 'Hm', noteStands: true })

describe('a source leads back to the exact words', () => {
  test('of a note', () => {
    expect(showSource(note, student)).toEqual({
      label: 'Note by Amara, S3',
      excerpt: 'Hm',
      href: '/courses/dprk/readings/juche/3?note=n1',
    })
    expect(showSource({ ...note, noteExact: 'the lens' }, student).excerpt).toBe('“the lens”')
  })

  test('of a passage', () => {
    const passage = row({ ...section, kind: 'PASSAGE', exact: 'the lens', start: 4, end: 12 })
    expect(showSource(passage, student)).toEqual({
      label: 'Juche, S3',
      excerpt: '“the lens”',
      href: '/courses/dprk/readings/juche/3?at=4-12',
    })
  })

  test('of an observation and a link', () => {
    const evidence = row({
      kind: 'EVIDENCE',
      evidenceCode: 'E08',
      evidenceDate: '15 Sep 2005',
      observation: 'BDA',
    })
    expect(showSource(evidence, student)).toMatchObject({
      label: 'E08, 15 Sep 2005',
      href: '/courses/dprk/explain/matrix#E08',
    })
    expect(showSource(row({ kind: 'LINK', url: 'https://www.iaea.org/a/' }), student)).toMatchObject({
      label: 'iaea.org/a',
      href: 'https://www.iaea.org/a/',
    })
  })
})

describe('what may not be read any more', () => {
  test('a deleted note shows no words and no author, and the claim does not rest on it', () => {
    const dead = { ...note, noteStands: false }
    expect(showSource(dead, teacher)).toEqual({
      label: 'A note that has been deleted',
      excerpt: null,
      href: null,
    })
    expect(stands(dead)).toBe(false)
  })

  test('an unpublished reading is open to the staff alone', () => {
    const drawn = { ...note, published: false }
    expect(showSource(drawn, student)).toMatchObject({ excerpt: null, href: null })
    expect(showSource(drawn, teacher).href).not.toBeNull()
  })
})

test('an excerpt is one line, is never much longer than asked, and short texts stay whole', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 40, max: 200 }), (text, longest) => {
      const excerpt = excerptOf(text, longest)
      expect(excerpt.length).toBeLessThanOrEqual(longest + 1)
      expect(excerpt).not.toMatch(/\n/)
      const line = text.replace(/\s+/g, ' ').trim()
      if (line.length <= longest) expect(excerpt).toBe(line)
    }),
  )
  expect(linkLabel('nonsense')).toBe('nonsense')
})
