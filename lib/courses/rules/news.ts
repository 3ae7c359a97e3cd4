/** What the grouping needs to know of an event (lib/events) and of the places that it happened in. */
export type NewsEvent = {
  type: string
  subjectId: string | null
  scopeId: string | null
  payload: Record<string, unknown>
}
export type Place = { title: string; href: string }
export type NewsItem = { key: string; text: string; place: string; href: string }

type Known = {
  base: string
  /** Sections, debates, polls and assignments by id. */
  places: ReadonlyMap<string, Place>
  /** Of the notes that the viewer may see: which are replies and which are questions. */
  notes: ReadonlyMap<string, 'reply' | 'question' | 'note'>
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** "3 notes", "3 notes and 2 replies", "1 question, 3 notes and 2 replies", with "new" at the head. */
function noteWords(kinds: string[]): string {
  const of = (kind: string) => kinds.filter((k) => k === kind).length
  const parts = [
    of('question') ? count(of('question'), 'question') : '',
    of('note') ? count(of('note'), 'note') : '',
    of('reply') ? count(of('reply'), 'reply', 'replies') : '',
  ].filter(Boolean)
  const [first = '', ...rest] = parts
  const head = first.replace(' ', ' new ')
  const last = rest.pop()
  return last === undefined ? head : `${[head, ...rest].join(', ')} and ${last}`
}

function group<T>(items: T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const k = key(item)
    if (k !== null) groups.set(k, [...(groups.get(k) ?? []), item])
  }
  return groups
}

const MOST_SECTIONS = 5

function noteNews(events: NewsEvent[], { base, places, notes }: Known): NewsItem[] {
  const seen = events.filter((e) => e.type === 'note.posted' && notes.has(e.subjectId ?? ''))
  const kindsOf = (list: NewsEvent[]) => list.map((e) => notes.get(e.subjectId ?? '') ?? 'note')
  const bySection = [...group(seen, (e) => (places.has(e.scopeId ?? '') ? e.scopeId : null))]
  bySection.sort(([, a], [, b]) => b.length - a.length)
  const items = bySection.slice(0, MOST_SECTIONS).map(([id, list]) => ({
    key: `notes:${id}`,
    text: `${noteWords(kindsOf(list))} in`,
    place: places.get(id)?.title ?? '',
    href: places.get(id)?.href ?? base,
  }))
  const rest = bySection.slice(MOST_SECTIONS).flatMap(([, list]) => list)
  if (rest.length)
    items.push({
      key: 'notes:rest',
      text: `${noteWords(kindsOf(rest))} in`,
      place: count(bySection.length - MOST_SECTIONS, 'other section'),
      href: `${base}/readings`,
    })
  return items
}

/** One line for each thing of a kind: "A vote opened: …". */
const SINGLE: [type: string, text: string][] = [
  ['poll.opened', 'A vote opened:'],
  ['poll.closed', 'A result is out:'],
  ['debate.created', 'A new debate:'],
  ['debate.closed', 'A debate closed:'],
  ['assignment.created', 'A new assignment:'],
  ['review.released', 'A review of your critique is out:'],
  ['reviews.allocated', 'Reviews were shared out for:'],
]

function singleNews(events: NewsEvent[], { places }: Known): NewsItem[] {
  return SINGLE.flatMap(([type, text]) =>
    [...group(events, (e) => (e.type === type ? (e.scopeId ?? e.subjectId) : null)).keys()].flatMap((id) => {
      const place = places.get(id)
      return place ? [{ key: `${type}:${id}`, text, place: place.title, href: place.href }] : []
    }),
  )
}

/** Counted by the place in which it happened: "2 new claims in …". */
const COUNTED: [type: string, one: string, many: string][] = [
  ['claim.added', 'new claim in', 'new claims in'],
  ['critique.submitted', 'critique handed in for', 'critiques handed in for'],
  ['review.submitted', 'review came in for', 'reviews came in for'],
]

function countedNews(events: NewsEvent[], { places }: Known): NewsItem[] {
  return COUNTED.flatMap(([type, one, many]) =>
    [...group(events, (e) => (e.type === type ? e.scopeId : null))].flatMap(([id, list]) => {
      const place = places.get(id)
      const n = new Set(list.map((e) => e.subjectId)).size
      return place
        ? [{ key: `${type}:${id}`, text: count(n, one, many), place: place.title, href: place.href }]
        : []
    }),
  )
}

const READING: Record<string, string> = {
  'reading.published': 'A new reading:',
  'reading.revised': 'A reading was revised:',
}

/** One line for each reading, however many of its sections a revision changed. */
function readingNews(events: NewsEvent[], { base }: Known): NewsItem[] {
  const items = events.flatMap((e) => {
    const { title, slug } = e.payload
    const text = READING[e.type]
    if (!text || typeof title !== 'string' || typeof slug !== 'string') return []
    return [{ key: `${e.type}:${slug}`, text, place: title, href: `${base}/readings/${slug}/1` }]
  })
  return [...new Map(items.map((item) => [item.key, item])).values()]
}

function peopleNews(events: NewsEvent[], { base }: Known): NewsItem[] {
  const n = new Set(events.filter((e) => e.type === 'member.joined').map((e) => e.subjectId)).size
  if (n === 0) return []
  return [
    {
      key: 'joined',
      text: `${count(n, 'person', 'people')} joined`,
      place: 'the course',
      href: `${base}/people`,
    },
  ]
}

/** Events as sentences, what asks for something first; what the viewer may not see has no place and is left out. */
export function tellNews(events: NewsEvent[], known: Known): NewsItem[] {
  return [singleNews, readingNews, countedNews, noteNews, peopleNews].flatMap((tell) => tell(events, known))
}
