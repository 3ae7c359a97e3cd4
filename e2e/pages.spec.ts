import type { Browser, BrowserContext, Page } from '@playwright/test'
import { taskKey } from '../lib/critiques/rules/blind'
import { inSeminar, oneOf } from './support/database'
import { readingDraft } from './support/drafts'
import { mailToken } from './support/people'
import { pages } from './support/routes'
import {
  COURSE,
  expect,
  expectContrast,
  expectWellMade,
  login,
  PEOPLE,
  test,
  watchForFaults,
  withoutTransitions,
} from './support/test'

type Viewer = 'instructor' | 'student' | 'owner' | 'nobody'
type Look = { viewer: Viewer; width: 1440 | 390 }

/** Each page at each width; where there are two viewers, each has one of them. */
const looksFor = (first: Viewer, second: Viewer = first): Look[] => [
  { viewer: first, width: 1440 },
  { viewer: second, width: 390 },
]

const BOTH: [Viewer, Viewer] = ['instructor', 'student']
const CRITIQUES = `${COURSE}/critiques/critique-of-the-paper`
const REVIEWED = `${COURSE}/critiques/one-inference`

type Visit = {
  path: string | ((viewer: Viewer) => Promise<string>)
  by: [Viewer, Viewer?]
  status?: number
  /** What the page shows only after it has asked for more. */
  ready?: (page: Page) => Promise<void>
}

const notesAreThere = (page: Page) => expect(page.locator('[data-note]').first()).toBeAttached()

const critiqueBy = (name: string) =>
  oneOf(
    `SELECT c."id" FROM "Critique" c JOIN "Membership" m ON m."id" = c."authorId"
     JOIN "User" u ON u."id" = m."userId" WHERE u."name" = $1`,
    [name],
  )

/** The key of what this person was given to review. */
const taskOf = async (name: string): Promise<string> => {
  const [row] = await inSeminar<{ critiqueId: string; reviewerId: string }>(
    `SELECT r."critiqueId", r."reviewerId" FROM "ReviewAssignment" r JOIN "Membership" m ON m."id" = r."reviewerId"
     JOIN "User" u ON u."id" = m."userId" JOIN "Assignment" a ON a."id" = r."assignmentId"
     WHERE u."name" = $1 AND a."slug" = 'one-inference'`,
    [name],
  )
  return row ? taskKey(row) : ''
}

/** The seminar comes with texts that were never revised. */
const anEarlierVersion = () =>
  oneOf(`INSERT INTO "SectionVersion" ("sectionId", "version", "heading", "text", "blocks")
    SELECT s."id", 99, s."heading", s."text", s."blocks" FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
    WHERE r."slug" = 'r2' AND s."position" = 1
    ON CONFLICT ("sectionId", "version") DO UPDATE SET "heading" = excluded."heading" RETURNING "version"`)

/** A page with no entry here fails the test below. */
const VISITS: Record<string, Visit[] | 'seen by first-run.spec.ts'> = {
  '/': [{ path: '/', by: BOTH }],
  '/account': [{ path: '/account', by: BOTH }],
  '/sign-in': [
    { path: '/sign-in', by: ['nobody'] },
    { path: '/sign-in?error=AccessDenied', by: ['nobody'] },
  ],
  '/sign-in/link': [
    { path: '/sign-in/link?token=x&email=a%40example.org&callbackUrl=%2F', by: ['nobody'] },
    { path: '/sign-in/link', by: ['nobody'] },
  ],
  '/welcome': 'seen by first-run.spec.ts',
  '/join/[token]': [
    {
      path: async () =>
        `/join/${await oneOf(`SELECT "joinToken" FROM "Course" WHERE "slug" = 'north-korean-foreign-policy'`)}`,
      by: ['nobody', 'student'],
    },
  ],
  '/site': [{ path: '/site', by: ['owner'] }],
  '/site/outbox': [{ path: '/site/outbox', by: ['owner'] }],
  '/unsubscribe': [
    { path: async () => `/unsubscribe?token=${await mailToken(PEOPLE.other)}`, by: ['nobody', 'student'] },
  ],
  '/courses/new': [{ path: '/courses/new', by: ['instructor', 'owner'] }],
  '/courses/[course]': [{ path: COURSE, by: BOTH }],
  '/courses/[course]/people': [{ path: `${COURSE}/people`, by: BOTH }],
  '/courses/[course]/readings': [{ path: `${COURSE}/readings`, by: BOTH }],
  '/courses/[course]/readings/import': [{ path: `${COURSE}/readings/import`, by: ['instructor'] }],
  '/courses/[course]/readings/drafts/[draft]': [
    { path: async () => `${COURSE}/readings/drafts/${await readingDraft()}`, by: ['instructor'] },
  ],
  '/courses/[course]/readings/[reading]': [{ path: `${COURSE}/readings/r2`, by: BOTH }],
  '/courses/[course]/readings/[reading]/settings': [
    { path: `${COURSE}/readings/companion/settings`, by: ['instructor'] },
  ],
  '/courses/[course]/readings/[reading]/[section]': [
    { path: `${COURSE}/readings/companion/1`, by: BOTH, ready: notesAreThere },
  ],
  '/courses/[course]/readings/[reading]/placements': [
    { path: `${COURSE}/readings/companion/placements`, by: BOTH },
  ],
  '/courses/[course]/readings/[reading]/[section]/versions/[version]': [
    { path: async () => `${COURSE}/readings/r2/1/versions/${await anEarlierVersion()}`, by: BOTH },
  ],
  '/courses/[course]/desk': [{ path: `${COURSE}/desk`, by: ['instructor'] }],
  '/courses/[course]/desk/confusion': [{ path: `${COURSE}/desk/confusion`, by: ['instructor'] }],
  '/courses/[course]/desk/log': [{ path: `${COURSE}/desk/log`, by: ['instructor'] }],
  '/courses/[course]/desk/members/[member]': [
    {
      path: async () =>
        `${COURSE}/desk/members/${await oneOf(
          `SELECT m."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE u."name" = $1`,
          [PEOPLE.student],
        )}`,
      by: BOTH,
    },
  ],
  '/courses/[course]/grades': [{ path: `${COURSE}/grades`, by: BOTH }],
  '/courses/[course]/grades/formula': [{ path: `${COURSE}/grades/formula`, by: ['instructor'] }],
  '/courses/[course]/grades/[assignment]': [
    { path: `${COURSE}/grades/critique-of-the-paper`, by: ['instructor'] },
  ],
  '/courses/[course]/debates': [{ path: `${COURSE}/debates`, by: BOTH }],
  '/courses/[course]/debates/[debate]': [{ path: `${COURSE}/debates/neoclassical-realism`, by: BOTH }],
  '/courses/[course]/debates/[debate]/edit': [
    { path: `${COURSE}/debates/neoclassical-realism/edit`, by: ['instructor'] },
  ],
  '/courses/[course]/debates/[debate]/result': [
    { path: `${COURSE}/debates/neoclassical-realism/result`, by: BOTH },
  ],
  '/courses/[course]/debates/[debate]/record': [
    { path: `${COURSE}/debates/neoclassical-realism/record`, by: BOTH },
  ],
  '/courses/[course]/debates/[debate]/control': [
    { path: `${COURSE}/debates/neoclassical-realism/control`, by: ['instructor'] },
  ],
  '/courses/[course]/debates/[debate]/seat': [
    { path: `${COURSE}/debates/neoclassical-realism/seat`, by: BOTH },
  ],
  '/courses/[course]/debates/[debate]/stage': [
    { path: `${COURSE}/debates/neoclassical-realism/stage`, by: BOTH },
  ],
  '/courses/[course]/debates/new': [{ path: `${COURSE}/debates/new`, by: ['instructor'] }],
  '/courses/[course]/explain': [{ path: `${COURSE}/explain`, by: BOTH }],
  '/courses/[course]/explain/matrix': [
    { path: `${COURSE}/explain/matrix?view=mine`, by: BOTH },
    { path: `${COURSE}/explain/matrix?view=class&sort=disagreement`, by: BOTH },
  ],
  '/courses/[course]/explain/matrix/bayes': [{ path: `${COURSE}/explain/matrix/bayes`, by: BOTH }],
  '/courses/[course]/explain/matrix/edit': [{ path: `${COURSE}/explain/matrix/edit`, by: ['instructor'] }],
  '/courses/[course]/explain/matrix/edit/[evidence]': [
    { path: `${COURSE}/explain/matrix/edit/E07`, by: ['instructor'] },
  ],
  '/courses/[course]/explain/matrix/[evidence]/[explanation]': [
    { path: `${COURSE}/explain/matrix/E08/H2`, by: BOTH },
  ],
  '/courses/[course]/explain/explanations/[code]': [{ path: `${COURSE}/explain/explanations/H1`, by: BOTH }],
  '/courses/[course]/explain/polls/[poll]': [
    { path: `${COURSE}/explain/polls/end-of-term`, by: BOTH },
    { path: `${COURSE}/explain/polls/after`, by: BOTH },
    { path: `${COURSE}/explain/polls/motion-after`, by: BOTH },
    { path: `${COURSE}/explain/polls/credence-after`, by: ['instructor'] },
  ],
  '/courses/[course]/explain/polls/count': [{ path: `${COURSE}/explain/polls/count`, by: ['instructor'] }],
  '/courses/[course]/explain/polls/new': [{ path: `${COURSE}/explain/polls/new`, by: ['instructor'] }],
  '/courses/[course]/explain/shift': [
    { path: `${COURSE}/explain/shift`, by: BOTH },
    { path: `${COURSE}/explain/shift?from=after&to=before`, by: ['student'] },
  ],
  '/courses/[course]/explain/opinions': [{ path: `${COURSE}/explain/opinions`, by: BOTH }],
  '/courses/[course]/explain/opinions/new': [{ path: `${COURSE}/explain/opinions/new`, by: ['instructor'] }],
  '/courses/[course]/explain/opinions/[survey]': [
    { path: `${COURSE}/explain/opinions/what-moves-pyongyang`, by: BOTH },
    { path: `${COURSE}/explain/opinions/how-to-go-on`, by: BOTH },
  ],
  '/courses/[course]/notifications': [{ path: `${COURSE}/notifications`, by: BOTH }],
  '/courses/[course]/search': [
    { path: `${COURSE}/search?q=bomb`, by: BOTH },
    { path: `${COURSE}/search?q=zzzzzz`, by: BOTH },
  ],
  '/courses/[course]/critiques': [{ path: `${COURSE}/critiques`, by: BOTH }],
  '/courses/[course]/critiques/new': [{ path: `${COURSE}/critiques/new`, by: ['instructor'] }],
  '/courses/[course]/critiques/templates': [{ path: `${COURSE}/critiques/templates`, by: ['instructor'] }],
  '/courses/[course]/critiques/templates/new': [
    { path: `${COURSE}/critiques/templates/new`, by: ['instructor'] },
  ],
  '/courses/[course]/critiques/templates/[template]': [
    {
      path: async () =>
        `${COURSE}/critiques/templates/${await oneOf(`SELECT "id" FROM "Template" WHERE "code" = 'A'`)}`,
      by: ['instructor'],
    },
  ],
  '/courses/[course]/critiques/[assignment]': [{ path: CRITIQUES, by: BOTH }],
  '/courses/[course]/critiques/[assignment]/edit': [{ path: `${CRITIQUES}/edit`, by: ['instructor'] }],
  '/courses/[course]/critiques/[assignment]/[critique]/compare': [
    { path: async () => `${CRITIQUES}/${await critiqueBy(PEOPLE.student)}/compare`, by: BOTH },
  ],
  '/courses/[course]/critiques/[assignment]/reviews': [
    { path: `${REVIEWED}/reviews`, by: BOTH },
    { path: `${CRITIQUES}/reviews`, by: BOTH },
  ],
  '/courses/[course]/critiques/[assignment]/reviews/[review]': [
    { path: async () => `${REVIEWED}/reviews/${await taskOf(PEOPLE.student)}`, by: ['student'] },
  ],
  '/courses/[course]/critiques/[assignment]/reviews/examples/new': [
    { path: `${REVIEWED}/reviews/examples/new`, by: ['instructor'] },
  ],
  '/courses/[course]/critiques/[assignment]/reviews/examples/[example]': [
    { path: `${REVIEWED}/reviews/examples/1`, by: BOTH },
  ],
  '/courses/[course]/critiques/[assignment]/write': [{ path: `${CRITIQUES}/write`, by: ['student'] }],
  '/courses/[course]/critiques/[assignment]/[critique]': [
    { path: async () => `${CRITIQUES}/${await critiqueBy(PEOPLE.student)}`, by: BOTH },
  ],
}

const NOTHING_HERE: Visit[] = [
  { path: '/nowhere', by: ['nobody', 'student'], status: 404 },
  { path: `${COURSE}/debates/nothing`, by: BOTH, status: 404 },
]

/** A browser a viewer and width, kept for the whole file. */
const windows = new Map<string, BrowserContext>()

async function windowFor(
  browser: Browser,
  { viewer, width }: Look,
  baseURL?: string,
): Promise<BrowserContext> {
  const key = `${viewer} ${width}`
  const there = windows.get(key)
  if (there) return there
  const touch = width < 600
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: touch ? 844 : 900 },
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  })
  windows.set(key, context)
  if (viewer === 'nobody') return context
  const page = await context.newPage()
  await login(page, PEOPLE[viewer])
  await page.close()
  return context
}

test.afterAll(async () => {
  for (const context of windows.values()) await context.close()
  windows.clear()
})

/** Whole in the light; what the dark changes, which is its colours, on the same page in the dark. */
async function look(page: Page, visit: Visit, { viewer }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const response = await page.goto(typeof visit.path === 'string' ? visit.path : await visit.path(viewer))
  expect(response?.status()).toBe(visit.status ?? 200)
  await visit.ready?.(page)
  await expectWellMade(page)
  await withoutTransitions(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
}

function seen(name: string, visit: Visit): void {
  test(name, async ({ browser, baseURL, faults }) => {
    for (const one of looksFor(...visit.by))
      await test.step(`${one.viewer}, ${one.width} px, light and dark`, async () => {
        const context = await windowFor(browser, one, baseURL)
        const page = await context.newPage()
        watchForFaults(page, faults)
        await look(page, visit, one)
        await page.close()
      })
  })
}

for (const [route, visits] of Object.entries(VISITS))
  if (typeof visits !== 'string')
    for (const visit of visits)
      seen(typeof visit.path === 'string' && visits.length > 1 ? `${route}: ${visit.path}` : route, visit)
for (const visit of NOTHING_HERE) seen(`nothing at ${visit.path}`, visit)

test('every page of the build is visited', () => {
  expect(Object.keys(VISITS).sort()).toEqual(pages())
})
