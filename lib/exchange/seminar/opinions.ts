import type { OpinionSurvey, Seminar } from '@/content/schema'
import { db } from '@/lib/db'
import { closeSurvey, openSurvey, voteOn } from '@/lib/polls/surveys/commands'
import { OpenSurvey, VoteOn } from '@/lib/polls/surveys/schema'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'

const VALUES: Record<string, 1 | 0 | -1> = { '+': 1, '0': 0, '-': -1 }

/** Somebody goes through the statements in one sitting. */
async function votes(
  people: People,
  id: string,
  student: string,
  signs: string[],
  when: Date,
): Promise<void> {
  const statements = await db.opinionStatement.findMany({
    where: { surveyId: id },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  const actor = at(people.actor(student), when)
  for (const [i, statement] of statements.entries()) {
    const value = VALUES[signs[i] ?? '.']
    if (value !== undefined) await voteOn(actor, VoteOn.parse({ statementId: statement.id, value }))
  }
}

function surveyActs(survey: OpinionSurvey, people: People, clock: Clock): Act[] {
  const { title, slug, intro, open, statements, opens, closes } = survey
  const staff = (minutes: number) => at(people.instructor, clock(minutes))
  let id = ''
  const begin = async () => {
    const input = OpenSurvey.parse({ courseId: people.courseId, title, slug, intro, open, statements })
    id = (await openSurvey(staff(opens), input)).id
  }
  const voters = Object.entries(survey.votes)
  const end = Math.min(closes, 0)
  const sittings = voters.map(([student, signs], i): Act => {
    const minutes = opens + ((i + 1) * (end - opens)) / (voters.length + 1)
    return { minutes, run: () => votes(people, id, student, signs, clock(minutes)) }
  })
  const acts = [{ minutes: opens, run: begin }, ...sittings]
  return closes < 0
    ? [...acts, { minutes: closes, run: () => closeSurvey(staff(closes), { surveyId: id }) }]
    : acts
}

/** Surveys of opinion, those that have closed with their groups. */
export const opinionActs = (seminar: Seminar, people: People, clock: Clock): Act[] =>
  seminar.opinions.flatMap((survey) => surveyActs(survey, people, clock))
