import type { Seminar } from '../schema'
import { checkBallots } from './ballots'
import { checkCourse, checkReadings } from './course'
import { checkCredences } from './credences'
import { checkCritiques } from './critiques'
import { checkDebate } from './debate'
import { checkEvidence, checkExplanations } from './evidence'
import { checkNotes } from './notes'
import { checkOpinions } from './opinions'
import { checkPeople } from './people'
import { checkRatings } from './ratings'
import { checkTemplates } from './templates'

/** Everything that one file says about another must hold. Throws a SeminarFault at the first that does not. */
export function checkSeminar(seminar: Seminar): void {
  for (const check of CHECKS) check(seminar)
}

const CHECKS = [
  checkReadings,
  checkCourse,
  checkPeople,
  checkExplanations,
  checkEvidence,
  checkRatings,
  checkDebate,
  checkTemplates,
  checkCritiques,
  checkNotes,
  checkBallots,
  checkOpinions,
  checkCredences,
]
