import type { Part } from '../../schema'
import { LEAST_PEOPLE, LEAST_STATEMENTS } from './grid'
import { type Facts, type Groups, SHUFFLES } from './groups'

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five']
export const groupName = (group: number): string => `Group ${String.fromCharCode(65 + group)}`

const people = (n: number): string => `${n} ${n === 1 ? 'person' : 'people'}`
export function headlineOf(groups: Groups): string {
  if (groups.state === 'too-few') return 'Too few votes to look for groups'
  if (groups.state === 'none') return 'No clear groups'
  return `${NUMBERS[groups.count] ?? groups.count} groups of opinion`
}

const WHY = {
  chance: 'Groups as far apart turn up in shuffled votes too: chance alone would make them.',
  cloud:
    'Opinions spread out without a gap between them: a spectrum, and any line through it would be drawn at will.',
  unsteady: 'Leave out a quarter of the people, and the groups change: they rest on a few.',
}

/** The answer in a sentence or two. `sizes`: people by group. */
export function ledeOf(groups: Groups, placed: number, sizes: number[]): Part[] {
  if (groups.state === 'too-few')
    return [
      `Groups are looked for from ${LEAST_PEOPLE} people and ${LEAST_STATEMENTS} statements on, among those who voted on half of the statements (on many, seven are enough). Here ${placed} did.`,
    ]
  if (groups.state === 'none') return [`${people(placed)} voted on enough statements. `, WHY[groups.why]]
  const each = sizes.flatMap((n, g): Part[] => [
    g === 0 ? '' : g === sizes.length - 1 ? ' and ' : ', ',
    { name: groupName(g) },
    ` (${n})`,
  ])
  return [
    `${people(placed)} fall into `,
    ...each,
    '. The gap between them is wider than chance makes, and wider than in a spectrum of opinion.',
  ]
}

const times = ({ asGood, of }: NonNullable<Facts['chance']>): string =>
  `${asGood === 0 ? 'none' : asGood} of ${of}`

/** How it was found out, step by step. */
export function howOf(groups: Groups, { placed, leftOut }: { placed: number; leftOut: number }): string[] {
  const out =
    leftOut > 0
      ? ` ${people(leftOut)} voted on too few statements to be placed and ${leftOut === 1 ? 'is' : 'are'} in no number here.`
      : ''
  const first = `Counted are the ${placed} who voted on enough statements.${out}`
  if (groups.state === 'too-few') return [first]
  return [
    first,
    'Each person is a row of votes (agree 1, pass 0, disagree −1; a missing vote counts as the statement’s mean). Principal components put the rows on a plane, k-means divides it into two to five groups of three or more, and the silhouette chooses how many.',
    ...stepsOf(groups.facts),
  ]
}

function stepsOf({ chance, cloud, steady, share, silhouette }: Facts): string[] {
  return [
    `Of all distance between people, ${Math.round(share * 100)}% lies between the groups; the silhouette is ${silhouette.toFixed(2)} (1 is far apart, 0 is none).`,
    chance === null
      ? ''
      : `Every statement’s votes were dealt anew among its voters, up to ${SHUFFLES} times: groups as far apart came in ${times(chance)} (at most 1 may).`,
    cloud === null
      ? ''
      : `In even clouds as long and as wide, without a gap, groups as far apart came in ${times(cloud)} (at most 4 may).`,
    steady === null
      ? ''
      : `With a quarter of the people left out, the same people stay together: agreement ${steady.toFixed(2)} (1 is always, 0 is chance; adjusted Rand index).`,
  ].filter(Boolean)
}
