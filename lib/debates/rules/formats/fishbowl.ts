import { type Format, list, phases } from './format'

export const FISHBOWL: Format = {
  name: 'Fishbowl',
  about: 'Five chairs in the middle, one of them free: whoever wants to speak takes it.',
  rules: list(
    'Only those in the inner circle speak.',
    'Whoever takes the free chair speaks next; somebody else then leaves the circle.',
    'Those outside write down claims and sources.',
  ),
  phases: phases(
    [
      'OPENING',
      'Positions',
      8,
      'Inner circle',
      ['ALL'],
      'Each says in two minutes where they stand.',
      'Say where you stand, or write down who stands where.',
    ],
    [
      'DISCUSSION',
      'First circle',
      20,
      'Inner circle',
      ['ALL'],
      'Open discussion with one free chair.',
      'Raise your hand to take the free chair; outside it, add claims and sources.',
    ],
    [
      'DISCUSSION',
      'Second circle',
      20,
      'Those not yet heard',
      ['ALL'],
      'A new circle begins from the strongest claim so far.',
      'If you have not been heard yet, raise your hand.',
    ],
    [
      'DEBRIEF',
      'Debrief',
      10,
      'All',
      ['ALL'],
      'Which claim stands, and which was answered?',
      'Name the claim that still stands.',
    ],
  ),
}
