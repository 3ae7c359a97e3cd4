import { COURSE } from './test'

/** In the order of the table's columns. `elsewhere` is a student of another course, `owner` is in no course. */
export const WHO = ['instructor', 'assistant', 'student', 'observer', 'owner', 'elsewhere', 'nobody'] as const
export type Who = (typeof WHO)[number]

/** A status, or the path that the answer leads to. */
export type Outcome = number | string
type Outcomes = [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome]

const SIGN_IN = '/sign-in'
const EVERYBODY: Outcomes = [200, 200, 200, 200, 200, 200, 200]
const SIGNED_IN: Outcomes = [200, 200, 200, 200, 200, 200, SIGN_IN]
const MEMBERS: Outcomes = [200, 200, 200, 200, 404, 404, SIGN_IN]
const STAFF: Outcomes = [200, 200, 404, 404, 404, 404, SIGN_IN]
const NOT_FOUND: Outcomes = [404, 404, 404, 404, 404, 404, SIGN_IN]

/** Of the seminar as it is loaded; where a thing has an author, that is nobody of the table. */
export type Facts = {
  joinToken: string
  section: string
  firstWords: { start: number; end: number; exact: string }
  debate: string
  closedPoll: string
  /** A claim of it. */
  claim: string
  /** Of the student's mail: stops it, whoever holds it. */
  mailToken: string
  otherCourse: string
  /** Notes: a question to the whole class, by a student; one student's own; a group's that the table's student is not in. */
  note: string
  privateNote: string
  /** The table's student in the course, and another student. */
  ownMembership: string
  membership: string
  /** A notice of the table's student. */
  notice: string
  groupNote: string
  /** Critiques: submitted by another student; the table's student's own; a draft of another student's. */
  critique: string
  ownCritique: string
  draft: string
  /** Reviewing: the assignment that is being reviewed, what the table's student has of it, and what another has. */
  reviewed: string
  ownTask: string
  otherTask: string
  /** A template of the course. */
  template: string
  /** What staff prepare: a file that was read, and the draft of a reading. */
  importJob: string
  readingDraft: string
}

export type Row = {
  route: string
  method: string
  /** What is asked for, where a route has several rows. */
  what?: string
  path: (facts: Facts) => string
  json?: (facts: Facts) => unknown
  /** A note made anew before each request, since it changes it. */
  fresh?: 'note' | 'deleted note'
  sees: Outcomes
}

const get = (route: string, path: Row['path'], sees: Outcomes, what?: string): Row => ({
  route,
  method: 'GET',
  path,
  sees,
  what,
})
const write = (
  method: string,
  route: string,
  sees: Outcomes,
  rest: Pick<Row, 'path' | 'json' | 'fresh' | 'what'>,
): Row => ({ route, method, sees, json: () => ({}), ...rest })

const C = '/courses/[course]'
const CRITIQUES = `${COURSE}/critiques/critique-of-the-paper`
const REVIEWED = `${COURSE}/critiques/one-inference`

//                                                   instructor assistant student observer owner elsewhere nobody
export const PAGES: Row[] = [
  get('/', () => '/', SIGNED_IN),
  get('/account', () => '/account', SIGNED_IN),
  get('/sign-in', () => '/sign-in', ['/', '/', '/', '/', '/', '/', 200]),
  get('/sign-in/link', () => '/sign-in/link?token=x&email=a%40example.org&callbackUrl=%2F', EVERYBODY),
  get('/welcome', () => '/welcome', [404, 404, 404, 404, 404, 404, 404]),
  get('/join/[token]', (f) => `/join/${f.joinToken}`, EVERYBODY),
  get('/site', () => '/site', [404, 404, 404, 404, 200, 404, SIGN_IN]),
  get('/site/outbox', () => '/site/outbox', [404, 404, 404, 404, 200, 404, SIGN_IN]),
  get('/unsubscribe', (f) => `/unsubscribe?token=${f.mailToken}`, EVERYBODY),
  get('/unsubscribe', (f) => `/unsubscribe?token=${f.mailToken}x`, Array(7).fill(404) as Outcomes, 'forged'),
  get('/courses/new', () => '/courses/new', [200, 404, 404, 404, 200, 404, SIGN_IN]),
  get(C, () => COURSE, MEMBERS),
  get(C, (f) => `/courses/${f.otherCourse}`, [200, 404, 404, 404, 404, 200, SIGN_IN], 'another course'),
  get(`${C}/people`, () => `${COURSE}/people`, MEMBERS),
  get(`${C}/readings`, () => `${COURSE}/readings`, MEMBERS),
  get(`${C}/readings/import`, () => `${COURSE}/readings/import`, STAFF),
  get(`${C}/readings/drafts/[draft]`, (f) => `${COURSE}/readings/drafts/${f.readingDraft}`, STAFF),
  get(
    `${C}/readings/drafts/[draft]`,
    (f) => `/courses/${f.otherCourse}/readings/drafts/${f.readingDraft}`,
    NOT_FOUND,
    'a draft of this course under the other',
  ),
  get(`${C}/readings/[reading]`, () => `${COURSE}/readings/r2`, [
    ...(Array(4).fill(`${COURSE}/readings/r2/1`) as [string, string, string, string]),
    ...([404, 404, SIGN_IN] as const),
  ]),
  get(`${C}/readings/[reading]/placements`, () => `${COURSE}/readings/companion/placements`, MEMBERS),
  get(
    `${C}/readings/[reading]/[section]/versions/[version]`,
    () => `${COURSE}/readings/companion/1/versions/7`,
    NOT_FOUND,
    'of a section that has no such version',
  ),
  get(`${C}/readings/[reading]/settings`, () => `${COURSE}/readings/r2/settings`, STAFF),
  get(`${C}/readings/[reading]/[section]`, () => `${COURSE}/readings/companion/1`, MEMBERS),
  get(
    `${C}/readings/[reading]/[section]`,
    (f) => `/courses/${f.otherCourse}/readings/companion/1`,
    NOT_FOUND,
    'a reading of this course under the other',
  ),
  get(`${C}/debates`, () => `${COURSE}/debates`, MEMBERS),
  get(`${C}/debates/[debate]`, () => `${COURSE}/debates/neoclassical-realism`, MEMBERS),
  get(
    `${C}/debates/[debate]`,
    (f) => `/courses/${f.otherCourse}/debates/neoclassical-realism`,
    NOT_FOUND,
    'a debate of this course under the other',
  ),
  get(`${C}/debates/[debate]/edit`, () => `${COURSE}/debates/neoclassical-realism/edit`, STAFF),
  ...['result', 'record'].flatMap((after) => [
    get(`${C}/debates/[debate]/${after}`, () => `${COURSE}/debates/neoclassical-realism/${after}`, MEMBERS),
    get(
      `${C}/debates/[debate]/${after}`,
      (f) => `/courses/${f.otherCourse}/debates/neoclassical-realism/${after}`,
      NOT_FOUND,
      'of this course under the other',
    ),
  ]),
  get(`${C}/debates/[debate]/control`, () => `${COURSE}/debates/neoclassical-realism/control`, STAFF),
  ...['seat', 'stage'].map((screen) =>
    get(`${C}/debates/[debate]/${screen}`, () => `${COURSE}/debates/neoclassical-realism/${screen}`, MEMBERS),
  ),
  ...['control', 'seat', 'stage'].map((screen) =>
    get(
      `${C}/debates/[debate]/${screen}`,
      (f) => `/courses/${f.otherCourse}/debates/neoclassical-realism/${screen}`,
      NOT_FOUND,
      'a debate of this course under the other',
    ),
  ),
  get(`${C}/debates/new`, () => `${COURSE}/debates/new`, STAFF),
  get(`${C}/explain`, () => `${COURSE}/explain`, MEMBERS),
  get(`${C}/explain/matrix`, () => `${COURSE}/explain/matrix`, MEMBERS),
  get(`${C}/explain/matrix/bayes`, () => `${COURSE}/explain/matrix/bayes`, MEMBERS),
  get(`${C}/explain/matrix/edit`, () => `${COURSE}/explain/matrix/edit`, STAFF),
  get(`${C}/explain/matrix/edit/[evidence]`, () => `${COURSE}/explain/matrix/edit/E07`, STAFF),
  get(`${C}/explain/matrix/[evidence]/[explanation]`, () => `${COURSE}/explain/matrix/E07/H2`, MEMBERS),
  get(
    `${C}/explain/matrix/[evidence]/[explanation]`,
    (f) => `/courses/${f.otherCourse}/explain/matrix/E07/H2`,
    NOT_FOUND,
    'a cell of this course under the other',
  ),
  get(`${C}/explain/explanations/[code]`, () => `${COURSE}/explain/explanations/H1`, MEMBERS),
  get(`${C}/explain/polls/[poll]`, () => `${COURSE}/explain/polls/end-of-term`, MEMBERS),
  get(
    `${C}/explain/polls/[poll]`,
    (f) => `/courses/${f.otherCourse}/explain/polls/end-of-term`,
    NOT_FOUND,
    'a poll of this course under the other',
  ),
  get(`${C}/explain/polls/new`, () => `${COURSE}/explain/polls/new`, STAFF),
  get(`${C}/explain/polls/count`, () => `${COURSE}/explain/polls/count`, STAFF),
  get(`${C}/explain/shift`, () => `${COURSE}/explain/shift`, MEMBERS),
  get(`${C}/explain/opinions`, () => `${COURSE}/explain/opinions`, MEMBERS),
  get(`${C}/explain/opinions/new`, () => `${COURSE}/explain/opinions/new`, STAFF),
  get(`${C}/explain/opinions/[survey]`, () => `${COURSE}/explain/opinions/what-moves-pyongyang`, MEMBERS),
  get(
    `${C}/explain/opinions/[survey]`,
    (f) => `/courses/${f.otherCourse}/explain/opinions/what-moves-pyongyang`,
    NOT_FOUND,
    'a survey of this course under the other',
  ),
  get(`${C}/desk`, () => `${COURSE}/desk`, STAFF),
  get(
    `${C}/desk`,
    (f) => `/courses/${f.otherCourse}/desk`,
    [200, 404, 404, 404, 404, 404, SIGN_IN],
    'another course',
  ),
  get(`${C}/desk/confusion`, () => `${COURSE}/desk/confusion`, STAFF),
  get(`${C}/desk/log`, () => `${COURSE}/desk/log`, STAFF),
  get(
    `${C}/desk/members/[member]`,
    (f) => `${COURSE}/desk/members/${f.ownMembership}`,
    [200, 200, 200, 404, 404, 404, SIGN_IN],
    'the student’s own',
  ),
  get(`${C}/desk/members/[member]`, (f) => `${COURSE}/desk/members/${f.membership}`, STAFF, 'another’s'),
  get(
    `${C}/desk/members/[member]`,
    (f) => `/courses/${f.otherCourse}/desk/members/${f.ownMembership}`,
    NOT_FOUND,
    'a member of this course under the other',
  ),
  get(`${C}/grades`, () => `${COURSE}/grades`, MEMBERS),
  get(`${C}/grades/formula`, () => `${COURSE}/grades/formula`, [200, 404, 404, 404, 404, 404, SIGN_IN]),
  get(`${C}/grades/[assignment]`, () => `${COURSE}/grades/critique-of-the-paper`, STAFF),
  get(`${C}/notifications`, () => `${COURSE}/notifications`, MEMBERS),
  get(`${C}/search`, () => `${COURSE}/search?q=bomb`, MEMBERS),
  get(`${C}/critiques`, () => `${COURSE}/critiques`, MEMBERS),
  get(`${C}/critiques/new`, () => `${COURSE}/critiques/new`, STAFF),
  get(`${C}/critiques/templates`, () => `${COURSE}/critiques/templates`, STAFF),
  get(`${C}/critiques/templates/new`, () => `${COURSE}/critiques/templates/new`, STAFF),
  get(`${C}/critiques/templates/[template]`, (f) => `${COURSE}/critiques/templates/${f.template}`, STAFF),
  get(
    `${C}/critiques/templates/[template]`,
    (f) => `/courses/${f.otherCourse}/critiques/templates/${f.template}`,
    NOT_FOUND,
    'a template of this course under the other',
  ),
  get(`${C}/critiques/[assignment]`, () => CRITIQUES, MEMBERS),
  get(`${C}/critiques/[assignment]/edit`, () => `${CRITIQUES}/edit`, STAFF),
  get(`${C}/critiques/[assignment]/write`, () => `${CRITIQUES}/write`, [
    ...([CRITIQUES, CRITIQUES, 200, CRITIQUES] as const),
    ...([404, 404, SIGN_IN] as const),
  ]),
  get(`${C}/critiques/[assignment]/reviews`, () => `${REVIEWED}/reviews`, MEMBERS),
  get(
    `${C}/critiques/[assignment]/reviews`,
    (f) => `/courses/${f.otherCourse}/critiques/one-inference/reviews`,
    NOT_FOUND,
    'an assignment of this course under the other',
  ),
  get(
    `${C}/critiques/[assignment]/reviews/[review]`,
    (f) => `${REVIEWED}/reviews/${f.ownTask}`,
    [404, 404, 200, 404, 404, 404, SIGN_IN],
    'the student’s to write',
  ),
  get(
    `${C}/critiques/[assignment]/reviews/[review]`,
    (f) => `${REVIEWED}/reviews/${f.otherTask}`,
    NOT_FOUND,
    'another’s to write',
  ),
  get(`${C}/critiques/[assignment]/reviews/examples/new`, () => `${REVIEWED}/reviews/examples/new`, STAFF),
  get(
    `${C}/critiques/[assignment]/reviews/examples/[example]`,
    () => `${REVIEWED}/reviews/examples/1`,
    [200, 200, 200, 404, 404, 404, SIGN_IN],
    'for those who review',
  ),
  get(`${C}/critiques/[assignment]/[critique]`, (f) => `${CRITIQUES}/${f.critique}`, STAFF, 'submitted'),
  get(
    `${C}/critiques/[assignment]/[critique]`,
    (f) => `${CRITIQUES}/${f.ownCritique}`,
    [200, 200, 200, 404, 404, 404, SIGN_IN],
    'the student’s own',
  ),
  get(`${C}/critiques/[assignment]/[critique]`, (f) => `${CRITIQUES}/${f.draft}`, NOT_FOUND, 'a draft'),
  get(
    `${C}/critiques/[assignment]/[critique]/compare`,
    (f) => `${CRITIQUES}/${f.critique}/compare`,
    STAFF,
    'submitted by another',
  ),
  get(
    `${C}/critiques/[assignment]/[critique]/compare`,
    (f) => `${CRITIQUES}/${f.ownCritique}/compare`,
    [200, 200, 200, 404, 404, 404, SIGN_IN],
    'the student’s own',
  ),
  get(
    `${C}/critiques/[assignment]/[critique]/compare`,
    (f) => `${CRITIQUES}/${f.draft}/compare`,
    NOT_FOUND,
    'a draft',
  ),
]

const TO_UNSUBSCRIBE = Array(7).fill('/unsubscribe') as Outcomes
const API_MEMBERS: Outcomes = [200, 200, 200, 200, 404, 404, 401]
const WRITERS: Outcomes = [200, 200, 200, 403, 404, 404, 401]
const LEADERS: Outcomes = [200, 200, 403, 403, 404, 404, 401]
const API_STAFF: Outcomes = [200, 200, 404, 404, 404, 404, 401]
const API_NOT_FOUND: Outcomes = [404, 404, 404, 404, 404, 404, 401]
/** A command's own order: not found for strangers, forbidden for members whose role does not allow it. */
const API_FORBIDDEN: Outcomes = [403, 403, 403, 403, 404, 404, 401]

const NOTE = '/api/notes/[id]'
const ANSWERS = '/api/critiques/[id]/answers'
const REVIEW = '/api/reviews/[assignmentId]/[key]'
const PDF = '/api/critiques/[id]/pdf'
const QUOTABLE = '/api/critiques/[id]/quotable'
const PREVIEW = '/api/critiques/[id]/preview'
const answers = { revision: 0, answers: {} }
const highlight = (f: Facts) => ({ sectionId: f.section, kind: 'HIGHLIGHT', anchor: f.firstWords })

//                                                   instructor assistant student observer owner elsewhere nobody
export const API: Row[] = [
  get('/icon.svg', () => '/icon.svg', EVERYBODY),
  get('/api/health', () => '/api/health', EVERYBODY),
  get('/api/auth/[...nextauth]', () => '/api/auth/providers', EVERYBODY),
  write('POST', '/api/auth/[...nextauth]', Array(7).fill('/api/auth/signin') as Outcomes, {
    path: () => '/api/auth/callback/demo',
    what: 'without the form’s token',
  }),
  get('/api/courses/[course]/events', () => `/api${COURSE}/events`, API_MEMBERS),
  get('/api/courses/[course]/matrix.csv', () => `/api${COURSE}/matrix.csv`, API_MEMBERS),
  ...['ballots.csv', 'ballots.blt', 'ballots.abif', 'certificates.json'].flatMap((file) => {
    const route = `/api/courses/[course]/polls/[poll]/${file}`
    return [
      get(route, () => `/api${COURSE}/polls/before/${file}`, API_MEMBERS),
      get(route, () => `/api${COURSE}/polls/end-of-term/${file}`, API_FORBIDDEN, 'of an open poll'),
      get(
        route,
        (f) => `/api/courses/${f.otherCourse}/polls/before/${file}`,
        API_NOT_FOUND,
        'of this course under the other',
      ),
    ]
  }),
  get(
    '/api/courses/[course]/sections/[section]/notes',
    (f) => `/api${COURSE}/sections/${f.section}/notes`,
    API_MEMBERS,
  ),
  get(
    '/api/courses/[course]/sections/[section]/notes',
    (f) => `/api/courses/${f.otherCourse}/sections/${f.section}/notes`,
    API_NOT_FOUND,
    'a section of this course under the other',
  ),
  get('/api/unsubscribe', (f) => `/api/unsubscribe?token=${f.mailToken}`, TO_UNSUBSCRIBE),
  write('POST', '/api/unsubscribe', TO_UNSUBSCRIBE, {
    path: (f) => `/api/unsubscribe?token=${f.mailToken}`,
  }),
  write('POST', '/api/unsubscribe', Array(7).fill(404) as Outcomes, {
    what: 'forged',
    path: (f) => `/api/unsubscribe?token=${f.mailToken}x`,
  }),
  write('POST', '/api/courses/[course]/lead', LEADERS, {
    path: () => `/api${COURSE}/lead`,
    json: (f) => ({ sectionId: f.section, at: 0, take: true }),
  }),
  write('DELETE', '/api/courses/[course]/lead', LEADERS, { path: () => `/api${COURSE}/lead` }),
  get('/api/courses/[course]/unread', () => `/api${COURSE}/unread`, API_MEMBERS),
  get('/api/courses/[course]/members', () => `/api${COURSE}/members?q=L`, API_MEMBERS),
  get(
    '/api/courses/[course]/debates/[debate]/[file]',
    () => `/api${COURSE}/debates/neoclassical-realism/argument.argdown`,
    API_MEMBERS,
  ),
  get(
    '/api/courses/[course]/debates/[debate]/[file]',
    (f) => `/api/courses/${f.otherCourse}/debates/neoclassical-realism/record.md`,
    API_NOT_FOUND,
    'of this course under the other',
  ),
  get(
    '/api/courses/[course]/debates/[debate]/[file]',
    () => `/api${COURSE}/debates/neoclassical-realism/argument.exe`,
    API_NOT_FOUND,
    'a file that there is not',
  ),
  // refused for what it holds, not for whose it is: a debate more would stand in the way of other tests
  write('POST', '/api/courses/[course]/debates', [400, 400, 403, 403, 404, 404, 401], {
    path: () => `/api${COURSE}/debates`,
    json: () => ({ format: 'aif', text: '{}' }),
  }),
  write('POST', '/api/debates/[debate]/map', [409, 409, 403, 403, 404, 404, 401], {
    what: 'one with claims',
    path: (f) => `/api/debates/${f.debate}/map`,
    json: () => ({ format: 'argdown', text: '[M]: Tea.' }),
  }),
  get('/api/debates/[debate]/claims', (f) => `/api/debates/${f.debate}/claims`, API_MEMBERS),
  get('/api/claims/[claim]/history', (f) => `/api/claims/${f.claim}/history`, API_MEMBERS),
  get(
    '/api/courses/[course]/sections/[section]/claims',
    (f) => `/api${COURSE}/sections/${f.section}/claims`,
    API_MEMBERS,
  ),
  get(
    '/api/courses/[course]/sections/[section]/claims',
    (f) => `/api/courses/${f.otherCourse}/sections/${f.section}/claims`,
    API_NOT_FOUND,
    'a section of this course under the other',
  ),
  get('/api/time', () => '/api/time', [200, 200, 200, 200, 200, 200, 401]),
  get('/api/debates/[debate]/session', (f) => `/api/debates/${f.debate}/session`, API_MEMBERS),
  write('POST', '/api/debates/[debate]/session', [409, 409, 403, 403, 404, 404, 401], {
    what: 'as it never stood',
    path: (f) => `/api/debates/${f.debate}/session`,
    json: () => ({ act: 'pause', revision: 99_999 }),
  }),
  write('POST', '/api/debates/[debate]/hands', [409, 409, 409, 403, 404, 404, 401], {
    what: 'while no session is on',
    path: (f) => `/api/debates/${f.debate}/hands`,
    json: () => ({ act: 'raise' }),
  }),
  write('PUT', '/api/polls/[pollId]/ballot', [403, 403, 409, 403, 404, 404, 401], {
    what: 'in a closed poll',
    path: (f) => `/api/polls/${f.closedPoll}/ballot`,
    json: () => ({ ranking: [['H1']] }),
  }),
  get('/api/debates/[debate]/passages', (f) => `/api/debates/${f.debate}/passages`, API_MEMBERS),
  get('/api/debates/[debate]/sources', (f) => `/api/debates/${f.debate}/sources?kind=NOTE`, API_MEMBERS),
  get(NOTE, (f) => `/api/notes/${f.note}`, API_MEMBERS, 'the class’s'),
  get(NOTE, (f) => `/api/notes/${f.privateNote}`, API_NOT_FOUND, 'another’s own'),
  get(NOTE, (f) => `/api/notes/${f.groupNote}`, [200, 200, 404, 404, 404, 404, 401], 'another group’s'),
  write('POST', '/api/notes', [201, 201, 201, 403, 404, 404, 401], {
    path: () => '/api/notes',
    json: highlight,
  }),
  write('PATCH', NOTE, API_FORBIDDEN, {
    what: 'the class’s',
    path: (f) => `/api/notes/${f.note}`,
    json: () => ({ body: 'Changed by another.' }),
  }),
  write('PATCH', NOTE, API_NOT_FOUND, {
    what: 'another’s own',
    path: (f) => `/api/notes/${f.privateNote}`,
    json: () => ({ body: 'Changed by another.' }),
  }),
  write('DELETE', NOTE, [200, 200, 403, 403, 404, 404, 401], {
    what: 'the class’s',
    path: (f) => `/api/notes/${f.note}`,
    fresh: 'note',
  }),
  write('DELETE', NOTE, API_NOT_FOUND, { what: 'another’s own', path: (f) => `/api/notes/${f.privateNote}` }),
  write('POST', `${NOTE}/restore`, [200, 200, 403, 403, 404, 404, 401], {
    path: (f) => `/api/notes/${f.note}/restore`,
    fresh: 'deleted note',
  }),
  write('PUT', `${NOTE}/reactions`, WRITERS, {
    what: 'the class’s',
    path: (f) => `/api/notes/${f.note}/reactions`,
    json: () => ({ kind: 'THANKS', on: true }),
  }),
  write('PUT', `${NOTE}/reactions`, API_NOT_FOUND, {
    what: 'another’s own',
    path: (f) => `/api/notes/${f.privateNote}/reactions`,
    json: () => ({ kind: 'THANKS', on: true }),
  }),
  write('PUT', `${NOTE}/resolved`, [200, 200, 403, 403, 404, 404, 401], {
    what: 'the class’s',
    path: (f) => `/api/notes/${f.note}/resolved`,
    json: () => ({ resolved: true }),
  }),
  write('PUT', `${NOTE}/resolved`, API_NOT_FOUND, {
    what: 'another’s own',
    path: (f) => `/api/notes/${f.privateNote}/resolved`,
    json: () => ({ resolved: true }),
  }),
  ...['canvas.csv', 'moodle.csv', 'participation-log.json'].map((file) =>
    get(
      '/api/courses/[course]/grades/[file]',
      () => `/api${COURSE}/grades/${file}`,
      [200, 200, 403, 403, 404, 404, 401],
      file,
    ),
  ),
  get(
    '/api/courses/[course]/grades/[file]',
    () => `/api${COURSE}/grades/anything.csv`,
    API_NOT_FOUND,
    'no such file',
  ),
  write('PUT', `${NOTE}/moderation`, [200, 200, 403, 403, 404, 404, 401], {
    path: (f) => `/api/notes/${f.note}/moderation`,
    json: () => ({ act: 'HIDE', reason: 'To try it.' }),
    fresh: 'note',
  }),
  write('PUT', `${NOTE}/moderation`, API_NOT_FOUND, {
    what: 'another’s own',
    path: (f) => `/api/notes/${f.privateNote}/moderation`,
    json: () => ({ act: 'HIDE', reason: 'To try it.' }),
  }),
  write('POST', `${NOTE}/reports`, [201, 201, 201, 403, 404, 404, 401], {
    path: (f) => `/api/notes/${f.note}/reports`,
    json: () => ({ reason: 'To try it.' }),
    fresh: 'note',
  }),
  write('PUT', '/api/notices/[id]/read', [404, 404, 200, 404, 404, 404, 401], {
    path: (f) => `/api/notices/${f.notice}/read`,
  }),
  write('PUT', `${NOTE}/following`, API_MEMBERS, {
    what: 'the class’s',
    path: (f) => `/api/notes/${f.note}/following`,
    json: () => ({ on: true }),
  }),
  write('PUT', `${NOTE}/following`, API_NOT_FOUND, {
    what: 'another’s own',
    path: (f) => `/api/notes/${f.privateNote}/following`,
    json: () => ({ on: true }),
  }),
  get(`${NOTE}/history`, (f) => `/api/notes/${f.note}/history`, API_MEMBERS, 'the class’s'),
  get(`${NOTE}/history`, (f) => `/api/notes/${f.privateNote}/history`, API_NOT_FOUND, 'another’s own'),
  write('POST', '/api/sections/[section]/visit', API_MEMBERS, {
    path: (f) => `/api/sections/${f.section}/visit`,
    json: () => ({ seenAt: '2020-01-01T00:00:00.000Z' }),
  }),
  write('POST', '/api/courses/[course]/imports', [202, 202, 403, 403, 404, 404, 401], {
    path: () => `/api${COURSE}/imports`,
  }),
  get('/api/imports/[id]', (f) => `/api/imports/${f.importJob}`, API_STAFF),
  write('DELETE', '/api/imports/[id]', API_STAFF, { path: (f) => `/api/imports/${f.importJob}` }),
  get('/api/drafts/[id]', (f) => `/api/drafts/${f.readingDraft}`, API_STAFF),
  write('PUT', '/api/drafts/[id]', [409, 409, 404, 404, 404, 404, 401], {
    what: 'another window’s',
    path: (f) => `/api/drafts/${f.readingDraft}`,
    json: () => ({ revision: 9, title: '', byline: '', sections: [0] }),
  }),
  get(PDF, (f) => `/api/critiques/${f.critique}/pdf`, API_STAFF, 'submitted by another'),
  get(
    PDF,
    (f) => `/api/critiques/${f.ownCritique}/pdf`,
    [200, 200, 200, 404, 404, 404, 401],
    'the student’s own',
  ),
  get(PDF, (f) => `/api/critiques/${f.draft}/pdf`, API_NOT_FOUND, 'another’s draft'),
  get(
    QUOTABLE,
    (f) => `/api/critiques/${f.ownCritique}/quotable?kind=passage`,
    [404, 404, 200, 404, 404, 404, 401],
    'for the student’s own',
  ),
  get(QUOTABLE, (f) => `/api/critiques/${f.critique}/quotable?kind=note`, API_NOT_FOUND, 'for another’s'),
  write('POST', PREVIEW, [404, 404, 200, 404, 404, 404, 401], {
    what: 'the student’s own',
    path: (f) => `/api/critiques/${f.ownCritique}/preview`,
    json: () => ({ code: 'A1', text: 'Some *words*.' }),
  }),
  write('POST', PREVIEW, API_NOT_FOUND, {
    what: 'another’s',
    path: (f) => `/api/critiques/${f.critique}/preview`,
    json: () => ({ code: 'A1', text: 'Some words.' }),
  }),
  get(
    REVIEW,
    (f) => `/api/reviews/${f.reviewed}/${f.ownTask}`,
    [404, 404, 200, 404, 404, 404, 401],
    'the student’s to write',
  ),
  get(REVIEW, (f) => `/api/reviews/${f.reviewed}/${f.otherTask}`, API_NOT_FOUND, 'another’s to write'),
  get(
    `${REVIEW}/pdf`,
    (f) => `/api/reviews/${f.reviewed}/${f.ownTask}/pdf`,
    [404, 404, 200, 404, 404, 404, 401],
    'the student’s to write',
  ),
  get(
    `${REVIEW}/pdf`,
    (f) => `/api/reviews/${f.reviewed}/${f.otherTask}/pdf`,
    API_NOT_FOUND,
    'another’s to write',
  ),
  write('PUT', REVIEW, [404, 404, 200, 404, 404, 404, 401], {
    what: 'the student’s to write',
    path: (f) => `/api/reviews/${f.reviewed}/${f.ownTask}`,
    json: () => ({ revision: 0, answers: {} }),
  }),
  write('PUT', REVIEW, API_NOT_FOUND, {
    what: 'another’s to write',
    path: (f) => `/api/reviews/${f.reviewed}/${f.otherTask}`,
    json: () => ({ revision: 0, answers: {} }),
  }),
  get(ANSWERS, (f) => `/api/critiques/${f.critique}/answers`, API_NOT_FOUND, 'submitted by another'),
  get(ANSWERS, (f) => `/api/critiques/${f.draft}/answers`, API_NOT_FOUND, 'another’s draft'),
  get(
    ANSWERS,
    (f) => `/api/critiques/${f.ownCritique}/answers`,
    [404, 404, 200, 404, 404, 404, 401],
    'the student’s own',
  ),
  write('PUT', ANSWERS, [403, 403, 404, 404, 404, 404, 401], {
    what: 'submitted by another',
    path: (f) => `/api/critiques/${f.critique}/answers`,
    json: () => answers,
  }),
  write('PUT', ANSWERS, API_NOT_FOUND, {
    what: 'another’s draft',
    path: (f) => `/api/critiques/${f.draft}/answers`,
    json: () => answers,
  }),
]
