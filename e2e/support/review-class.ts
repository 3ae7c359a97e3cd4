// Run by itself (`node --conditions=react-server --import tsx`), as the seminar's loader is: a class of its own in
// which critiques are submitted, allocated and reviewed through the commands. Prints what the tests need to know.
import { randomUUID } from 'node:crypto'
import {
  createAssignment,
  createTemplate,
  saveAnswers,
  startCritique,
  submitCritique,
} from '@/lib/critiques/commands'
import {
  allocateReviews,
  releaseReviews,
  saveReviewDraft,
  submitReview,
} from '@/lib/critiques/reviews/commands'
import { Allocate } from '@/lib/critiques/reviews/schema'
import { taskKey } from '@/lib/critiques/rules/blind'
import { levelName } from '@/lib/critiques/rules/review-draft'
import { NewAssignment, NewTemplate } from '@/lib/critiques/schema'
import { closeDb, db } from '@/lib/db'
import type { Role } from '@/lib/generated/prisma/enums'
import type { Actor } from '@/lib/policy'

/** They were all born here, each class with an ending of its own: wherever these names appear, it is spoken of. */
const TOKEN = randomUUID().slice(0, 6)
const NAMES = {
  STUDENT: [
    'Ottoline Quarrymoor',
    'Bartholomew Inkpenny',
    'Seraphine Mossgrave',
    'Ignatius Fennelworth',
    'Philippa Owlstone',
  ],
  INSTRUCTOR: ['Hortensia Bellwright'],
  ASSISTANT: ['Cornelius Dapplewood'],
  OBSERVER: ['Wilhelmina Frostley'],
}
export type Person = { name: string; email: string; userId: string; memberId: string }
export type ReviewClass = {
  slug: string
  courseId: string
  assignmentId: string
  people: Record<keyof typeof NAMES, Person[]>
  outsider: Person
  critiques: { id: string; authorId: string; words: string; moments: string[] }[]
  reviews: {
    critiqueId: string
    reviewerId: string
    number: number
    key: string
    words: string
    ids: string[]
    moments: string[]
  }[]
}

const minutes = (n: number): Date => new Date(Date.UTC(2026, 10, 3, 1, 0, 7) + n * 61_000)

async function person(called: string, courseId: string, role: Role): Promise<Person> {
  const name = `${called}-${TOKEN}`
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 8)}@letters.example`
  const { id: userId } = await db.user.create({ data: { name, email, demo: true } })
  const { id: memberId } = await db.membership.create({ data: { courseId, userId, role } })
  return { name, email, userId, memberId }
}

const actorOf = (p: Person, courseId: string, role: Role, at: Date): Actor => ({
  ...{ userId: p.userId, name: p.name, siteOwner: false, at },
  memberships: [{ id: p.memberId, courseId, role, groupId: null }],
})

async function makeClass(
  title: string,
): Promise<Omit<ReviewClass, 'critiques' | 'reviews' | 'assignmentId'>> {
  const slug = `reviews-${randomUUID().slice(0, 8)}`
  const { id: courseId } = await db.course.create({ data: { slug, title } })
  const away = await db.course.create({ data: { slug: `${slug}-away`, title: 'Elsewhere' } })
  const people: ReviewClass['people'] = { STUDENT: [], INSTRUCTOR: [], ASSISTANT: [], OBSERVER: [] }
  for (const role of Object.keys(NAMES) as (keyof typeof NAMES)[])
    for (const name of NAMES[role]) people[role].push(await person(name, courseId, role))
  return { slug, courseId, people, outsider: await person('Thaddeus Brackenridge', away.id, 'STUDENT') }
}

async function setUp(courseId: string, instructor: Actor) {
  const template = await createTemplate(
    instructor,
    NewTemplate.parse({
      ...{ courseId, code: 'R', title: 'One inference', wordLimit: 100 },
      fields: [{ code: 'R1', title: 'Claim', prompt: 'What is claimed?', wordLimit: 100 }],
      criteria: [{ name: 'Clarity', weight: 10, description: 'it can be understood.' }],
    }),
  )
  const assignment = await createAssignment(
    instructor,
    NewAssignment.parse({ courseId, slug: 'one-inference', title: 'One inference, examined' }),
  )
  return { template, assignment }
}

/** `submitted` stops there; `reviewed` goes on to reviews that are not released. */
async function make(until: 'submitted' | 'reviewed'): Promise<ReviewClass> {
  const made = await makeClass('A class that reviews')
  const { courseId, people } = made
  const [teacher] = people.INSTRUCTOR
  if (!teacher) throw new Error('nobody teaches')
  const { template, assignment } = await setUp(courseId, actorOf(teacher, courseId, 'INSTRUCTOR', minutes(0)))
  const critiques: ReviewClass['critiques'] = []
  for (const [i, student] of people.STUDENT.entries()) {
    const author = actorOf(student, courseId, 'STUDENT', minutes(10 + 7 * i))
    const words = `Perception number ${['one', 'two', 'three', 'four', 'five'][i]} outweighs material interest in every case that we read.`
    const { id } = await startCritique(author, { assignmentId: assignment.id, templateId: template.id })
    const { revision } = await saveAnswers(author, { id, revision: 0, answers: { R1: words } })
    await submitCritique(author, { id, revision })
    critiques.push({ id, authorId: student.memberId, words, moments: [author.at.toISOString()] })
  }
  const base = { ...made, assignmentId: assignment.id, critiques, reviews: [] }
  if (until === 'submitted') return base
  const teaching = actorOf(teacher, courseId, 'INSTRUCTOR', minutes(60))
  await allocateReviews(teaching, Allocate.parse({ assignmentId: assignment.id, seed: 'seed' }))
  return { ...base, reviews: await review(base, template.criteria[0]?.id ?? '') }
}

/** Reviewers with the higher number write first, so that an order by time would show. */
async function review(of: ReviewClass, criterionId: string): Promise<ReviewClass['reviews']> {
  const pairs = await db.reviewAssignment.findMany({
    where: { assignmentId: of.assignmentId },
    orderBy: [{ number: 'desc' }, { critiqueId: 'asc' }],
  })
  const reviews: ReviewClass['reviews'] = []
  for (const [i, { critiqueId, reviewerId, number }] of pairs.entries()) {
    const student = of.people.STUDENT.find((s) => s.memberId === reviewerId)
    if (!student) throw new Error('a reviewer who is no student')
    const actor = actorOf(student, of.courseId, 'STUDENT', minutes(100 + 13 * i))
    const task = { assignmentId: of.assignmentId, key: taskKey({ critiqueId, reviewerId }) }
    const words = `Counterexample ${i + 1} of mine stands.`
    const remark = {
      fieldCode: 'R1',
      start: 0,
      end: 10,
      exact: 'Perception',
      prefix: '',
      suffix: '',
      text: 'Whose?',
    }
    const answers = { comment: words, [levelName(criterionId)]: '3', remarks: JSON.stringify([remark]) }
    const { revision } = await saveReviewDraft(actor, { ...task, revision: 0, answers })
    await submitReview(actor, { ...task, revision })
    const { id } = await db.review.findUniqueOrThrow({
      where: { critiqueId_reviewerId: { critiqueId, reviewerId } },
      select: { id: true },
    })
    reviews.push({
      critiqueId,
      reviewerId,
      number,
      key: task.key,
      words,
      ids: [id],
      moments: [actor.at.toISOString()],
    })
  }
  return reviews
}

async function release(assignmentId: string): Promise<{ released: number }> {
  const { courseId } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { courseId: true },
  })
  const teacher = await db.membership.findFirstOrThrow({
    where: { courseId, role: 'INSTRUCTOR' },
    include: { user: true },
  })
  const { name, email } = teacher.user
  const actor = actorOf(
    { name, email, userId: teacher.userId, memberId: teacher.id },
    courseId,
    'INSTRUCTOR',
    minutes(900),
  )
  return releaseReviews(actor, { assignmentId })
}

const [what, id = ''] = process.argv.slice(2)
try {
  const made =
    what === 'release' ? await release(id) : await make(what === 'submitted' ? 'submitted' : 'reviewed')
  console.log(JSON.stringify(made))
} finally {
  await closeDb()
}
