import 'server-only'
import { type Found, foundIn } from './found'
import { cloudOf } from './rules/cloud'
import { countStatements } from './rules/counts'
import type { Placed } from './rules/place'
import { apartOf, unitedIn } from './rules/represent'
import { groupName, headlineOf, howOf, ledeOf } from './rules/words'
import type { SurveyResult } from './schema'

/** Not the colours of for and against first; explanations have these hues too, but never in one picture with groups. */
const HUES = ['h4', 'h5', 'h1', 'h6', 'h2']

type Shape = Pick<SurveyResult, 'groups' | 'clouds' | 'ends' | 'counts' | 'united' | 'own'>

function shapeOf({ grid, groups }: Found, member: string, text: (id: string) => string): Shape {
  const found = groups.state === 'found' ? groups : null
  const counts = countStatements(grid, found?.labels ?? null, found?.count ?? 0)
  const plain = { counts, united: unitedIn(counts), groups: [], clouds: [], ends: null, own: null }
  if (!found) return plain
  const { labels, placed, count } = found
  const names = Array.from({ length: count }, (_, group) => group)
  const mine = grid.people.indexOf(member)
  return {
    ...plain,
    groups: names.map((group) => ({
      name: groupName(group),
      hue: HUES[group] ?? 'h6',
      people: labels.filter((label) => label === group).length,
      apart: apartOf(counts, group),
    })),
    clouds: names.map((group) => cloudOf(placed.points.filter((_, i) => labels[i] === group))),
    ends: endsOf(grid.statements, placed, text),
    own: mine < 0 ? null : { group: labels[mine] ?? 0, at: placed.points[mine] ?? [0, 0] },
  }
}

/** The statement that pulls most to the one side, and the one that pulls most to the other. */
function endsOf(
  statements: string[],
  { loadings }: Placed,
  text: (id: string) => string,
): SurveyResult['ends'] {
  const order = statements
    .map((id, i) => ({ id, pull: loadings[i]?.[0] ?? 0 }))
    .sort((a, b) => a.pull - b.pull)
  const [left, right] = [order[0], order.at(-1)]
  if (!left || !right || left.pull >= 0 || right.pull <= 0) return null
  return { left: `← agrees more: “${text(left.id)}”`, right: `agrees more: “${text(right.id)}” →` }
}

/** What a closed survey says, as one member may see it: nobody's votes and nobody's place but their own. */
export async function resultOf(
  surveyId: string,
  memberId: string,
  text: (statementId: string) => string,
): Promise<SurveyResult> {
  const found = await foundIn(surveyId)
  const { groups, grid, voters } = found
  const shape = shapeOf(found, memberId, text)
  const placed = grid.people.length
  const leftOut = voters - placed
  return {
    ...shape,
    state: groups.state,
    headline: headlineOf(groups),
    lede: ledeOf(
      groups,
      placed,
      shape.groups.map((g) => g.people),
    ),
    how: howOf(groups, { placed, leftOut }),
    placed,
    leftOut,
  }
}
