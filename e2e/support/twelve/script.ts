/** What the class of twelve does, and what it comes to, worked out by hand. Students are known by their places. */

export const [PHONE, KEYS, AGAIN, ONE, OTHER, FAILING, EXTENDED, LATE] = [0, 1, 2, 3, 4, 5, 10, 11]

/** Levels of Grounds (weight 60) and Wording (weight 20), of four each, and what they earn of 50. */
export const GRADES: [grounds: number, wording: number, points: string][] = [
  [4, 4, '50'],
  [4, 3, '46.88'],
  [4, 2, '43.75'],
  [4, 1, '40.63'],
  [3, 4, '40.63'],
  [3, 3, '37.5'],
  [3, 1, '31.25'],
  [2, 3, '28.13'],
  [2, 2, '25'],
  [2, 1, '21.88'],
  [1, 3, '18.75'],
  [3, 2, '34.38'],
]

/** The last was two days late, which costs 30 %: 34.38 × 0.7 = 24.066. */
export const MARKS = GRADES.map(([, , points], i) => (i === LATE ? '24.07' : points))

/** What reviewers give: of 80, those in even places 60 + 15, those in odd ones 30 + 5. */
export const given = (reviewer: number): { levels: Record<string, number>; total: number } =>
  reviewer % 2 === 0
    ? { levels: { Grounds: 4, Wording: 3 }, total: 75 }
    : { levels: { Grounds: 2, Wording: 1 }, total: 35 }

const CASES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].flatMap((n) => [
  `${n} north`,
  `${n} south`,
])
export const claimOf = (author: number): string =>
  `Perception outweighs interest in the ${CASES[author]} case that was read.`
export const wordsOf = (reviewer: number, author: number): string =>
  `The ${CASES[reviewer]} reader asks the ${CASES[author]} writer for a date.`

const placed = (words: string | undefined): number => CASES.indexOf(words ?? '')
/** Whose claims stand in a text. */
export const claimsIn = (text: string): number[] =>
  [...text.matchAll(/interest in the (\w+ \w+) case/g)].map(([, which]) => placed(which))
/** Which reviews stand in a text, as reviewer and author. */
export const reviewsIn = (text: string): [reviewer: number, author: number][] =>
  [...text.matchAll(/The (\w+ \w+) reader asks the (\w+ \w+) writer/g)].map(([, r, a]) => [
    placed(r),
    placed(a),
  ])
