import type { Component } from '../schema'

/** What a part measures, in words: "different words in your notes". */
export const UNITS: Record<Component, { name: string; unit: string; about: string }> = {
  notes: {
    name: 'Notes',
    unit: 'different words',
    about: 'Different words in your notes and posts that others can see, quotations left out.',
  },
  replies: {
    name: 'Replies',
    unit: 'different words',
    about: 'Different words in your replies, quotations left out.',
  },
  helpfulness: {
    name: 'Helpfulness',
    unit: 'members',
    about: 'Members who thanked you for a post or had your question too, each counted once.',
  },
  reading: { name: 'Reading', unit: 'sections', about: 'Sections that you have read to the end.' },
  claims: { name: 'Claims', unit: 'different words', about: 'Different words in your claims in debates.' },
  votes: {
    name: 'Votes',
    unit: 'votes',
    about: 'Closed votes that you took part in; how you voted is known to nobody.',
  },
  reviews: { name: 'Reviews', unit: 'reviews', about: 'Reviews that you handed in.' },
}
