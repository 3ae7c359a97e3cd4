import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSeminar } from './load'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'seminar-'))
  await cp(join(import.meta.dirname, 'dprk'), dir, { recursive: true })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** Replaces the first place where `from` stands in a file of the copy. */
async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const source = await readFile(join(dir, file), 'utf8')
  const broken = source.replace(from, to)
  expect(broken, `${file} holds ${from}`).not.toBe(source)
  await writeFile(join(dir, file), broken)
}

type Case = [what: string, file: string, from: string | RegExp, to: string, sentence: string]

const IN_A_FILE: Case[] = [
  [
    'a field left out',
    'notes.yaml',
    '    author: amara\n',
    '',
    'notes.yaml: notes › N01 › author is missing.',
  ],
  [
    'a misspelt field',
    'people.yaml',
    'programme:',
    'program:',
    'people.yaml: people › nadia › programme is missing.',
  ],
  [
    'a field nobody knows',
    'ballots.yaml',
    'about: >-',
    'abuot: x\nabout: >-',
    'ballots.yaml: the file has the unknown field "abuot".',
  ],
  [
    'a rating off the scale',
    'evidence.yaml',
    'H1: CC',
    'H1: CCC',
    'evidence.yaml: observations › E01 › ratings › H1 must be one of CC, C, N, I, II, NA.',
  ],
  [
    'a paragraph number without quotes',
    'notes.yaml',
    "paragraph: '1.1'",
    'paragraph: 1.1',
    'notes.yaml: notes › N01 › paragraph must be text; put it in quotes.',
  ],
  [
    'a moment nobody can read',
    'notes.yaml',
    'at: -9d',
    'at: last week',
    'notes.yaml: notes › N01 › at must be a moment such as -8d 4h 10m or +4d.',
  ],
  [
    'an address that is none',
    'people.yaml',
    'amara@colloquy.example',
    'amara',
    'people.yaml: people › amara › email must be an e-mail address such as amara@colloquy.example.',
  ],
  [
    'a day that never was',
    'evidence.yaml',
    '1993-03-12',
    '1993-02-30',
    'evidence.yaml: observations › E01 › date must be a day such as 1993-03-12.',
  ],
  [
    'a time zone nobody keeps',
    'course.yaml',
    'Asia/Seoul',
    'Asia/Soul',
    'course.yaml: timeZone must be a time zone such as Asia/Seoul.',
  ],
  [
    'a key written twice',
    'course.yaml',
    'slug:',
    'title: Again\nslug:',
    'course.yaml: the file is not YAML: Map keys must be unique at line 5, column 1.',
  ],
  [
    'an empty reading',
    'readings/r2.md',
    /\n## [\s\S]*/,
    '',
    'readings/r2.md: sections must have at least 1.',
  ],
  [
    'a paragraph without a number',
    'readings/r2.md',
    '**R2.1 — One starting point.** ',
    '',
    'readings/r2.md: line 11 is neither a numbered paragraph nor a question ("Structural realism begins with an absenc").',
  ],
]

const BETWEEN_FILES: Case[] = [
  [
    'an unknown author',
    'notes.yaml',
    'author: amara',
    'author: amaranth',
    'notes.yaml: notes › N01 › author names amaranth, which is not a person.',
  ],
  [
    'a quote with one letter wrong',
    'notes.yaml',
    'survival against those odds',
    'survival against these odds',
    'notes.yaml: notes › N01 › quote does not occur in paragraph 1.1.',
  ],
  [
    'a quote that could mean two places',
    'notes.yaml',
    'quote: survival against those odds as the fact that needs explaining',
    'quote: that',
    'notes.yaml: notes › N01 › quote occurs 3 times in paragraph 1.1.',
  ],
  [
    'an unknown paragraph',
    'notes.yaml',
    "paragraph: '1.1'",
    "paragraph: '1.9'",
    'notes.yaml: notes › N01 › paragraph names 1.9, which is not a paragraph.',
  ],
  [
    'a reply to nothing',
    'notes.yaml',
    'replyTo: N01',
    'replyTo: N99',
    'notes.yaml: notes › N02 › replyTo names N99, which is not a note.',
  ],
  [
    'replies in a circle',
    'notes.yaml',
    'replyTo: N01\n    author: isak',
    'replyTo: N04\n    author: isak',
    'notes.yaml: notes › N04 › replyTo leads back to the note itself.',
  ],
  [
    'a reply before what it answers',
    'notes.yaml',
    '-8d 21h 55m',
    '-9d 1h',
    'notes.yaml: notes › N02 › at is before N01, to which it replies.',
  ],
  [
    'a rating of an unknown explanation',
    'evidence.yaml',
    'H6: NA',
    'H7: NA',
    'evidence.yaml: observations › E01 › ratings names H7, which is not an explanation.',
  ],
  [
    'an explanation left unrated',
    'evidence.yaml',
    ', H6: NA',
    '',
    'evidence.yaml: observations › E01 › ratings leaves out H6.',
  ],
  [
    'claims in a circle',
    'debate.yaml',
    'code: C01\n    parent: M',
    'code: C01\n    parent: C03',
    'debate.yaml: claims › C03 › parent is C01, which makes a circle.',
  ],
  [
    'a claim under an unknown one',
    'debate.yaml',
    'parent: C01',
    'parent: C91',
    'debate.yaml: claims › C02 › parent names C91, which is not a claim.',
  ],
  [
    'phases that outlast the debate',
    'debate.yaml',
    'minutes: 15',
    'minutes: 25',
    'debate.yaml: totalMinutes is 72, but the phases last 82.',
  ],
  [
    'a review total out of step with the rubric',
    'critiques.yaml',
    'total: 87.5',
    'total: 88',
    'critiques.yaml: critiques › K1 › reviews › kwame › total is 88, but the rubric makes it 87.5.',
  ],
  [
    'a rubric that does not add up',
    'templates.yaml',
    'weight: 25',
    'weight: 20',
    'templates.yaml: templates › A › rubric › outOf is 100, but the weights add up to 95.',
  ],
  [
    'a ranking that names an explanation twice',
    'ballots.yaml',
    '[ H1, H2, H5, H3, H4, H6 ]',
    '[ H1, H2, H5, H3, H4, H6, H1 ]',
    'ballots.yaml: ballots › amara › before › ranking names something twice.',
  ],
  [
    'a ranking that leaves one out',
    'ballots.yaml',
    '[ H1, H2, H5, H3, H4, H6 ]',
    '[ H1, H2, H5, H3, H4 ]',
    'ballots.yaml: ballots › amara › before › ranking leaves out H6.',
  ],
  [
    'a ballot after the close',
    'ballots.yaml',
    '-2d 20h',
    '-2h',
    'ballots.yaml: ballots › amara › before › at is outside the time of its wave.',
  ],
  [
    'points that do not add up',
    'credences.yaml',
    '[ 38, 22, 12, 8, 15, 5 ]',
    '[ 38, 22, 12, 8, 15, 6 ]',
    'credences.yaml: questions › credence-before › points › amara must add up to 100.',
  ],
  [
    'a question that turned out as none of its options',
    'credences.yaml',
    'to: opposition',
    'to: nobody',
    'credences.yaml: questions › forecast › resolved names nobody, which is not an option.',
  ],
  ['a person twice', 'people.yaml', 'key: kofi', 'key: nadia', 'people.yaml: people › nadia stands twice.'],
  [
    'a meeting that reads an unknown section',
    'course.yaml',
    'S4, R2',
    'S4, R9',
    'course.yaml: meetings › 1 › sections names R9, which is not a section.',
  ],
]

describe('a broken copy is refused with one plain sentence', () => {
  it.each([...IN_A_FILE, ...BETWEEN_FILES])('%s', async (_, file, from, to, sentence) => {
    await edit(file, from, to)
    await expect(readSeminar(dir)).rejects.toMatchObject({ name: 'SeminarFault', message: sentence })
  })

  it('an empty file', async () => {
    await writeFile(join(dir, 'people.yaml'), '')
    await expect(readSeminar(dir)).rejects.toThrow('people.yaml: the file is empty.')
  })

  it('a file that is not there', async () => {
    await rm(join(dir, 'readings', 'r3.md'))
    await expect(readSeminar(dir)).rejects.toThrow('readings/r3.md: the file is missing or cannot be read.')
  })
})

it('reads an untouched copy', async () => {
  await expect(readSeminar(dir)).resolves.toBeDefined()
})

it('does not mind how an editor wraps a paragraph or ends a line', async () => {
  await edit(
    'readings/r2.md',
    'Structural realism begins with an absence. ',
    'Structural realism begins\nwith an absence.\n',
  )
  const whole = await readFile(join(dir, 'readings/r2.md'), 'utf8')
  await writeFile(join(dir, 'readings/r2.md'), whole.replaceAll('\n', '\r\n'))
  const [, r2] = (await readSeminar(dir)).readings
  expect(r2).toEqual((await readSeminar()).readings[1])
})
