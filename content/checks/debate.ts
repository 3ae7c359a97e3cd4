import { type Claim, type Exchange, MOTION, type Seminar } from '../schema'
import { checker } from './checker'
import { claims, codesOf, observations, paragraphs, people, students } from './names'

const check = checker('debate.yaml')

export function checkDebate(seminar: Seminar): void {
  const { debate, course } = seminar
  const held = course.meetings.some((m) => m.number === debate.meeting)
  check.that(held, 'meeting', `names ${debate.meeting}, which is not a meeting`)
  checkPhases(seminar)
  check.unique('claims', codesOf(debate.claims))
  for (const claim of debate.claims) checkClaim(claim, seminar)
  checkJudgements(seminar)
  check.unique('exchanges', codesOf(debate.exchanges))
  for (const exchange of debate.exchanges) checkExchange(exchange, seminar)
}

function checkPhases({ debate: { phases, totalMinutes } }: Seminar): void {
  const numbers = phases.map((p) => String(p.number))
  const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0)
  check.unique('phases', numbers)
  check.that(minutes === totalMinutes, 'totalMinutes', `is ${totalMinutes}, but the phases last ${minutes}`)
}

function checkClaim(claim: Claim, seminar: Seminar): void {
  const path = `claims › ${claim.code}`
  check.known(`${path} › passages`, claim.passages, paragraphs(seminar), 'a paragraph')
  check.known(`${path} › evidence`, claim.evidence, observations(seminar), 'an observation')
  checkParents(claim, new Map(seminar.debate.claims.map((c) => [c.code, c])))
}

/** Premises are linked with their siblings; students judge the claims that there are. */
function checkJudgements(all: Seminar): void {
  const { debate } = all
  for (const [i, codes] of debate.linkedPremises.entries()) {
    const path = `linkedPremises › ${i + 1}`
    check.known(path, codes, claims(all), 'a claim')
    const named = debate.claims.filter((c) => codes.includes(c.code))
    const siblings = new Set(named.map((c) => `${c.parent} ${c.relation}`)).size < 2
    check.that(siblings, path, 'links claims that do not speak to the same and point the same way')
  }
  const judges = debate.judgements.map((j) => j.by)
  check.known('judgements › by', judges, students(all), 'a student')
  check.unique('judgements › by', judges)
  for (const { by, of } of debate.judgements)
    check.known(`judgements › ${by}`, Object.keys(of), claims(all), 'a claim')
}

/** Follows the parents up to the motion, so that the map is a tree. */
function checkParents(claim: Claim, byCode: Map<string, Claim>): void {
  const seen = new Set([claim.code])
  for (let child = claim; child.parent !== MOTION; ) {
    const path = `claims › ${child.code} › parent`
    const parent = check.found(byCode.get(child.parent), path, `names ${child.parent}, which is not a claim`)
    check.that(!seen.has(parent.code), path, `is ${parent.code}, which makes a circle`)
    seen.add(parent.code)
    child = parent
  }
}

function checkExchange(exchange: Exchange, seminar: Seminar): void {
  const path = `exchanges › ${exchange.code}`
  const speakers = exchange.turns.map((turn) => turn.speaker)
  const phase = seminar.debate.phases.some((p) => p.number === exchange.phase)
  check.that(phase, `${path} › phase`, `names ${exchange.phase}, which is not a phase`)
  check.known(`${path} › claims`, exchange.claims, claims(seminar), 'a claim')
  check.known(`${path} › turns`, speakers, people(seminar), 'a person')
}
