import { type Ballot, type Seminar, WAVES, type WaveKey } from '../schema'
import { checker } from './checker'
import { claims, explanations, observations, students } from './names'

const check = checker('ballots.yaml')

export function checkBallots(seminar: Seminar): void {
  const { ballots, waves } = seminar.ballots
  const voters = ballots.map((entry) => entry.student)
  check.unique('ballots', voters)
  check.known('ballots', voters, students(seminar), 'a student')
  for (const wave of WAVES) {
    check.that(waves[wave].opens < waves[wave].closes, `waves › ${wave}`, 'closes before it opens')
    for (const entry of ballots) checkBallot(entry.student, wave, entry[wave], seminar)
  }
  checkCounts(seminar)
}

function checkBallot(student: string, wave: WaveKey, ballot: Ballot | undefined, seminar: Seminar): void {
  if (!ballot) return
  const path = `ballots › ${student} › ${wave}`
  const { opens, closes } = seminar.ballots.waves[wave]
  const inTime = opens <= ballot.at && ballot.at <= closes
  check.every(`${path} › ranking`, ballot.ranking, explanations(seminar), 'an explanation')
  check.unique(`${path} › moved`, ballot.moved)
  const named = new Set([...claims(seminar), ...observations(seminar)])
  check.known(`${path} › moved`, ballot.moved, named, 'a claim or an observation')
  check.that(inTime, `${path} › at`, 'is outside the time of its wave')
}

function checkCounts(seminar: Seminar): void {
  const { firstPlaces, borda, meanRank } = seminar.ballots.counts
  for (const [rule, waves] of Object.entries({ firstPlaces, borda, meanRank }))
    for (const [wave, count] of Object.entries(waves))
      check.every(`counts › ${rule} › ${wave}`, Object.keys(count), explanations(seminar), 'an explanation')
}
