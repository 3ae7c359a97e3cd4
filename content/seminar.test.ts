import { beforeAll, describe, expect, it } from 'vitest'
import { readSeminar } from './load'
import { plainText } from './parse-reading'
import { rubricTotal } from './rubric'
import type { Claim, Observation, Seminar } from './schema'

let seminar: Seminar
beforeAll(async () => {
  seminar = await readSeminar()
})

const words = (text: string) => text.split(/\s+/).length
const sections = () => seminar.readings.flatMap((r) => r.sections)
const paragraphs = () => sections().flatMap((s) => s.paragraphs)
const codes = () => seminar.explanations.map((e) => e.code)
const perExplanation = (count: (code: string) => number) =>
  Object.fromEntries(codes().map((c) => [c, count(c)]))

describe('the seminar is whole', () => {
  it('has the cast of fourteen and two people more, in two groups', () => {
    const cast = seminar.people.filter((p) => !p.extra)
    const students = cast.filter((p) => p.role === 'student').map((p) => p.key)
    expect(cast).toHaveLength(14)
    expect(students).toHaveLength(12)
    expect(seminar.people.filter((p) => p.extra).map((p) => p.role)).toEqual(['observer', 'owner'])
    expect(seminar.groups.flatMap((g) => g.members).sort()).toEqual(students.sort())
    expect(seminar.groups).toHaveLength(2)
  })

  it('has three readings with their paragraphs and questions', () => {
    const size = sections().map((s) => [s.code, s.paragraphs.length, s.questions.length])
    expect(size).toEqual([
      ['S1', 6, 3],
      ['S2', 6, 3],
      ['S3', 5, 3],
      ['S4', 5, 3],
      ['S5', 5, 3],
      ['S6', 5, 3],
      ['S7', 5, 3],
      ['R2', 6, 2],
      ['R3', 7, 2],
    ])
    expect(seminar.readings.map((r) => r.title)).toEqual([
      'Reading companion',
      'Structural realism in two pages',
      'Why commitment problems make bargaining fail',
    ])
  })

  it('has every list at its full length', () => {
    const { course, debate, explanations, evidence, templates, critiques, notes, ballots } = seminar
    expect(course.meetings).toHaveLength(3)
    expect(course.glossary).toHaveLength(8)
    expect(course.sources.map((s) => s.entries.length)).toEqual([1, 20, 13, 4])
    expect([debate.rules.length, debate.phases.length, debate.claims.length]).toEqual([10, 12, 15])
    expect(debate.exchanges.map((x) => x.turns.length)).toEqual([7, 8])
    expect(explanations).toHaveLength(6)
    expect([evidence.observations.length, evidence.bench.observations.length]).toEqual([16, 4])
    expect(evidence.matrix.cautions).toHaveLength(4)
    expect(templates.map((t) => [t.fields.length, t.rubric.criteria.length])).toEqual([
      [8, 6],
      [6, 4],
    ])
    expect(critiques.flatMap((k) => k.reviews)).toHaveLength(6)
    expect(notes).toHaveLength(48)
    expect(ballots.ballots).toHaveLength(12)
  })
})

describe('readings', () => {
  it('keeps the lead-in apart from the text and gives the plain words of both', () => {
    const first = paragraphs()[0]!
    expect(first.lead).toBe('A prediction that failed.')
    expect(first.text).toMatch(/^The paper opens on a forecast that went wrong\./)
    expect(first.plain).toBe(`${first.lead} ${first.text}`)
  })

  it('leaves no emphasis marks in the plain words', () => {
    expect(paragraphs().filter((p) => p.plain.includes('*'))).toEqual([])
    expect(plainText('the *Rodong Sinmun* and **two** of *A* and *B*')).toBe(
      'the Rodong Sinmun and two of A and B',
    )
    expect(plainText('2 * 3 * 4')).toBe('2 * 3 * 4')
  })
})

describe('notes', () => {
  it('quotes every paragraph letter for letter', () => {
    const plain = new Map(paragraphs().map((p) => [p.number, p.plain]))
    for (const note of seminar.notes) expect(plain.get(note.paragraph)).toContain(note.quote)
  })

  it('gives a reply the anchor of the note at the head of its thread', () => {
    const note = (code: string) => seminar.notes.find((n) => n.code === code)!
    expect(note('N04').replyTo).toBe('N03')
    expect([note('N04').paragraph, note('N04').quote]).toEqual([note('N01').paragraph, note('N01').quote])
  })

  it('were written between nine days and two hours before the load, replies after what they answer', () => {
    const at = new Map(seminar.notes.map((n) => [n.code, n.at]))
    expect(Math.min(...at.values())).toBe(-9 * 24 * 60)
    expect(Math.max(...at.values())).toBe(-2 * 60)
    for (const n of seminar.notes) if (n.replyTo) expect(n.at).toBeGreaterThan(at.get(n.replyTo)!)
  })

  it('names the reply that corrects the one mistaken note', () => {
    const mistaken = seminar.notes.filter((n) => n.grade === 'mistaken')
    expect(mistaken.map((n) => [n.code, n.correctedBy])).toEqual([['N19', 'N20']])
  })

  it('are all open to the course', () => {
    expect(new Set(seminar.notes.map((n) => n.visibility))).toEqual(new Set(['course']))
  })
})

describe('the debate', () => {
  it('has claims whose relation to the motion is the side they help', () => {
    const byCode = new Map(seminar.debate.claims.map((c) => [c.code, c]))
    const isFor = (claim: Claim): boolean => {
      const parent = byCode.get(claim.parent)
      return (parent ? isFor(parent) : true) === (claim.relation === 'supports')
    }
    for (const claim of seminar.debate.claims) expect(claim.helps).toBe(isFor(claim) ? 'for' : 'against')
  })

  it('gives every turn to somebody in the role they hold', () => {
    const roles = new Map(seminar.people.map((p) => [p.key, p.debateRole]))
    for (const turn of seminar.debate.exchanges.flatMap((x) => x.turns))
      expect(roles.get(turn.speaker)).toBe(turn.role)
  })

  it('lasts 72 minutes', () => {
    expect(seminar.debate.phases.reduce((sum, p) => sum + p.minutes, 0)).toBe(72)
  })
})

describe('evidence', () => {
  const inconsistency = (rows: Observation[]) =>
    perExplanation((code) =>
      rows.reduce(
        (sum, { ratings }) => sum + (ratings[code] === 'II' ? 2 : ratings[code] === 'I' ? 1 : 0),
        0,
      ),
    )

  it('adds up to the totals of the table', () => {
    const { observations, matrix } = seminar.evidence
    for (const [rating, counts] of Object.entries(matrix.totals))
      expect(perExplanation((c) => observations.filter((o) => o.ratings[c] === rating).length)).toEqual(
        counts,
      )
    expect(Object.values(inconsistency(observations))).toEqual([1, 6, 2, 2, 2, 1])
    expect(inconsistency(observations)).toEqual(matrix.inconsistency)
  })

  it('moves H2 to 4 and H5 to 1 when the contested rows are struck out', () => {
    const { observations, matrix } = seminar.evidence
    const kept = observations.filter((o) => !matrix.sensitivity.strike.includes(o.code))
    expect(inconsistency(kept)).toEqual({ ...matrix.inconsistency, H2: 4, H5: 1 })
  })

  it('says the same test type in words and for the machine', () => {
    for (const { test, tests } of seminar.evidence.observations)
      for (const { type, for: explanation, over, reading } of tests)
        for (const part of [type, explanation, over ?? '', reading ?? ''])
          expect(test.toLowerCase()).toContain(part.toLowerCase())
  })

  it('dates every row on a day of the year that its label names', () => {
    const rows = [...seminar.evidence.observations, ...seminar.evidence.bench.observations]
    for (const { date, dateLabel } of rows) expect(dateLabel).toContain(date.slice(0, 4))
  })
})

describe('critiques', () => {
  it('has templates whose field limits add up to the whole', () => {
    for (const template of seminar.templates)
      expect(template.fields.reduce((sum, f) => sum + f.wordLimit, 0)).toBe(template.wordLimit)
  })

  it('keeps examples and samples within the word limits', () => {
    for (const template of seminar.templates) {
      const samples = seminar.critiques.filter((k) => k.template === template.code)
      for (const { fields } of [template.example, ...samples])
        for (const { code, wordLimit } of template.fields)
          expect(words(fields[code]!)).toBeLessThanOrEqual(wordLimit)
    }
  })

  it('has review totals that the rubric gives', () => {
    const totals = seminar.critiques.flatMap((k) => {
      const { rubric } = seminar.templates.find((t) => t.code === k.template)!
      return k.reviews.map((r) => rubricTotal(rubric, r.scores))
    })
    expect(totals).toEqual([87.5, 82.5, 52.5, 56.25, 15, 13])
  })
})

describe('ballots', () => {
  const waves = ['before', 'after'] as const
  const rankings = (wave: (typeof waves)[number]) => seminar.ballots.ballots.map((b) => b[wave].ranking)
  const points = (wave: (typeof waves)[number], score: (place: number) => number) =>
    perExplanation((c) => rankings(wave).reduce((sum, ranking) => sum + score(ranking.indexOf(c)), 0))
  const preferring = (a: string, b: string) =>
    rankings('after').filter((ranking) => ranking.indexOf(a) < ranking.indexOf(b)).length

  it.each(waves)('%s the debate add up to the table', (wave) => {
    const { counts, ballots } = seminar.ballots
    const mean = Object.entries(points(wave, (place) => (place + 1) / ballots.length))
    const votes = { for: 0, against: 0, undecided: 0 }
    for (const ballot of ballots) votes[ballot[wave].vote] += 1
    expect(votes).toEqual(counts.motion[wave])
    expect(points(wave, (place) => (place === 0 ? 1 : 0))).toEqual(counts.firstPlaces[wave])
    expect(points(wave, (place) => 5 - place)).toEqual(counts.borda[wave])
    for (const [code, rank] of mean) expect(rank).toBeCloseTo(counts.meanRank[wave][code]!, 2)
  })

  it('splits the class six to six between H3 and H1 and between H3 and H5 afterwards', () => {
    expect([preferring('H3', 'H1'), preferring('H3', 'H5'), preferring('H5', 'H1')]).toEqual([6, 6, 7])
  })

  it('holds a third wave open in which five have repeated their second ballot', () => {
    const { waves: all, ballots } = seminar.ballots
    const again = ballots.filter((b) => b.endOfTerm)
    expect(all.endOfTerm.closes).toBeGreaterThan(0)
    expect(again).toHaveLength(5)
    for (const { after, endOfTerm } of again)
      expect([endOfTerm?.vote, endOfTerm?.ranking]).toEqual([after.vote, after.ranking])
  })
})

describe('credences', () => {
  it('run as the rankings of the same wave do: what is ranked higher never has fewer points', () => {
    const [question] = seminar.credences
    for (const [i, wave] of (['before', 'after'] as const).entries())
      for (const { student, ...ballots } of seminar.ballots.ballots) {
        const points = question?.waves[i]?.points[student] ?? []
        const along = ballots[wave].ranking.map((code) => points[codes().indexOf(code)])
        expect(along, `${student}, ${wave}`).toEqual([...along].sort((a, b) => b! - a!))
      }
  })

  it('are those of the whole class, and the forecast resolves to the side that won', () => {
    const waves = seminar.credences.flatMap((q) => q.waves)
    expect(waves.map((w) => [w.slug, Object.keys(w.points).length])).toEqual([
      ['credence-before', 12],
      ['credence-after', 12],
      ['forecast', 12],
    ])
    const { before, after } = seminar.ballots.counts.motion
    expect(after.against! - before.against!).toBeGreaterThan(after.for! - before.for!)
    expect(waves.at(-1)?.resolved?.to).toBe('opposition')
  })
})
