import type { Phase } from '../schema'

/** A way to hold a debate. The form fills itself from it; everything can be changed there. */
export type Format = { name: string; about: string; rules: string; phases: Phase[] }

const phase = (name: string, minutes: number, who: string, purpose: string): Phase => ({
  name,
  minutes,
  who,
  purpose,
})
const DAY = 1440
const list = (...rules: string[]): string => rules.map((rule, i) => `${i + 1}. ${rule}`).join('\n')

const OXFORD: Format = {
  name: 'Oxford style',
  about: 'Two teams speak, the House votes before and after, and the side that gains more votes wins.',
  rules: list(
    'Everyone votes twice, each their own view.',
    'The side that gains more votes between the two ballots wins.',
    'A claim of fact carries a date and a source.',
    'In cross-examination only questions are asked and only answers given.',
    'State your opponent’s point in terms they accept before you answer it.',
    'No new arguments in closing speeches.',
  ),
  phases: [
    phase('Pre-vote', 4, 'All', 'A secret vote: for, against, undecided.'),
    phase('Opening, Proposition', 6, 'Speaker P1', 'Defines the terms and makes the case.'),
    phase('Opening, Opposition', 6, 'Speaker O1', 'Says why the case does not hold.'),
    phase('Team conference', 4, 'Teams', 'Teams confer; jurors write one question each.'),
    phase('Rebuttal, Opposition', 5, 'Speaker O2', 'Answers P1 and attacks the weakest link.'),
    phase('Rebuttal, Proposition', 5, 'Speaker P2', 'Answers O1 and O2.'),
    phase('Cross-examination', 10, 'P1–O2, O1–P2', 'Five minutes each way.'),
    phase('Floor', 15, 'Jurors', 'Speeches of ninety seconds, alternating sides.'),
    phase('Closing, Opposition', 4, 'Speaker O3', 'The one thing to remember.'),
    phase('Closing, Proposition', 4, 'Speaker P3', 'The same.'),
    phase('Post-vote', 4, 'All', 'The second vote, and a line on what weighed most.'),
    phase('Debrief', 5, 'Chair', 'Which argument moved votes, and should it have?'),
  ],
}

/** International Debate Education Association, Karl Popper format: six and five minutes, three for questions. */
const POPPER: Format = {
  name: 'Karl Popper',
  about: 'Teams of three test each other’s case in speeches and questions; a judge decides.',
  rules: list(
    'Each team brings one case and holds it throughout.',
    'Each team has eight minutes of preparation, to use between speeches as it likes.',
    'No new arguments in the last two speeches.',
  ),
  phases: [
    phase('Affirmative constructive', 6, 'Speaker A1', 'Presents the case for the motion.'),
    phase('Questions to A1', 3, 'Speaker N3', 'Clears up the case and looks for gaps.'),
    phase('Negative constructive', 6, 'Speaker N1', 'Presents the case against and answers A1.'),
    phase('Questions to N1', 3, 'Speaker A3', 'Clears up the case and looks for gaps.'),
    phase('First affirmative rebuttal', 5, 'Speaker A2', 'Answers the negative case.'),
    phase('Questions to A2', 3, 'Speaker N1', 'Tests the answers.'),
    phase('First negative rebuttal', 5, 'Speaker N2', 'Answers the affirmative case.'),
    phase('Questions to N2', 3, 'Speaker A1', 'Tests the answers.'),
    phase('Second affirmative rebuttal', 5, 'Speaker A3', 'Sums up.'),
    phase('Second negative rebuttal', 5, 'Speaker N3', 'Sums up.'),
  ],
}

const FISHBOWL: Format = {
  name: 'Fishbowl',
  about: 'Five chairs in the middle, one of them free: whoever wants to speak takes it.',
  rules: list(
    'Only those in the inner circle speak.',
    'Whoever takes the free chair speaks next; somebody else then leaves the circle.',
    'Those outside write down claims and sources.',
  ),
  phases: [
    phase('Positions', 8, 'Inner circle', 'Each says in two minutes where they stand.'),
    phase('First circle', 20, 'Inner circle', 'Open discussion with one free chair.'),
    phase('Second circle', 20, 'Those not yet heard', 'A new circle begins from the strongest claim so far.'),
    phase('Debrief', 10, 'All', 'Which claim stands, and which was answered?'),
  ],
}

const WEEK: Format = {
  name: 'Asynchronous week',
  about: 'The debate is written, one step a day.',
  rules: list(
    'Each step closes at its hour; nothing is added later.',
    'Written cross-examination has three questions a side, answered within a day.',
    'Posts from the floor have at most 120 words, closings at most 200.',
  ),
  phases: [
    phase('Openings', DAY, 'P1 and O1', 'Due Monday noon.'),
    phase('Rebuttals', DAY, 'P2 and O2', 'Due Tuesday.'),
    phase('Written cross-examination', DAY, 'Teams', 'Three questions a side on Wednesday.'),
    phase('Floor', DAY, 'Jurors', 'Posts of 120 words on Thursday.'),
    phase('Closings', DAY, 'P3 and O3', '200 words by Friday noon; the second ballot closes in the evening.'),
  ],
}

export const FORMATS: readonly Format[] = [OXFORD, POPPER, FISHBOWL, WEEK]

/** "6 min", "1 h 12 min", "2 days": how long a phase or a debate lasts. */
export function lasts(minutes: number): string {
  if (minutes >= DAY && minutes % DAY === 0) return minutes === DAY ? '1 day' : `${minutes / DAY} days`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ')
}
