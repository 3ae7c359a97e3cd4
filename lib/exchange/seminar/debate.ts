import type { Claim, Phase, Seminar } from '@/content/schema'
import { addClaim, createDebate, judgeClaim, linkClaims } from '@/lib/debates/commands'
import { AddClaim, CreateDebate } from '@/lib/debates/schema'
import { type Act, at, type Clock, DAYS, HOURS } from './clock'
import type { People } from './people'
import { type Loaded, placeOf } from './readings'

const FORMATS = {
  oxford: 'Oxford style',
  'karl-popper': 'Karl Popper',
  fishbowl: 'Fishbowl',
  asynchronous: 'Asynchronous week',
} as const

/** Who speaks in phases that name no speaker. */
const GROUPS: Partial<Record<Phase['kind'], string[]>> = {
  conference: ['FOR', 'AGAINST'],
  floor: ['JURORS'],
  debrief: ['ALL'],
}

const side = (label: string): 'FOR' | 'AGAINST' | null =>
  label.startsWith('P') ? 'FOR' : label.startsWith('O') ? 'AGAINST' : null

export async function loadDebate(seminar: Seminar, people: People, clock: Clock): Promise<string> {
  const { debate } = seminar
  const { id } = await createDebate(
    at(people.instructor, clock(-7 * DAYS)),
    CreateDebate.parse({
      courseId: people.courseId,
      slug: 'neoclassical-realism',
      motion: debate.motion,
      alternatives: debate.alternativeMotions,
      background: debate.background,
      rules: [...debate.rules.map((rule, i) => `${i + 1}. ${rule}`), '', debate.asynchronous].join('\n'),
      formatName: FORMATS[debate.format],
      chairNote: debate.noteForChair,
      ranksExplanations: true,
      phases: debate.phases.map((p) => ({
        ...{ name: p.title, minutes: p.minutes, who: p.who, purpose: p.whatHappens, asks: p.asks },
        kind: p.kind.toUpperCase().replace('-', '_'),
        speakers: p.speakers.length > 0 ? p.speakers : (GROUPS[p.kind] ?? []),
      })),
      roles: seminar.people.flatMap((p) =>
        p.debateRole
          ? [{ membershipId: people.memberId(p.key), side: side(p.debateRole), label: p.debateRole }]
          : [],
      ),
      exchanges: debate.exchanges.map(({ title, turns }) => ({
        title,
        turns: turns.map((t) => ({ speakerId: people.memberId(t.speaker), role: t.role, words: t.words })),
      })),
    }),
  )
  return id
}

type Places = { loaded: Loaded; evidence: Map<string, string> }

/** The words and rows that a claim rests on, after the reference that it names. */
function sourcesOf(claim: Claim, { loaded, evidence }: Places) {
  const passages = claim.passages.map((paragraph) => {
    const { sectionId, text, from, to } = placeOf(loaded.places, paragraph)
    return { kind: 'PASSAGE', sectionId, start: from, end: to, exact: text.slice(from, to) }
  })
  const rows = claim.evidence.map((code) => ({ kind: 'EVIDENCE', evidenceId: evidence.get(code) }))
  return [{ kind: 'REFERENCE', text: claim.source }, ...passages, ...rows]
}

const SPEAKERS = { for: ['P1', 'P2', 'P3'], against: ['O1', 'O2', 'O3'] } as const

/**
 * The starting map, written by the speakers whom its claims help, in turn, over the two days before the debate. The
 * files name no author for a claim.
 */
export function claimActs(
  seminar: Seminar,
  people: People,
  debateId: string,
  places: Places,
  clock: Clock,
): Act[] {
  const ids = new Map<string, string>()
  const turns = { for: 0, against: 0 }
  const added = seminar.debate.claims.map((claim, i): Act => {
    const minutes = -3 * DAYS + i * 3 * HOURS
    const label = SPEAKERS[claim.helps][turns[claim.helps]++ % 3]
    const author = seminar.people.find((p) => p.debateRole === label)?.key ?? ''
    const run = async () => {
      const input = AddClaim.parse({
        debateId,
        parentId: ids.get(claim.parent) ?? null,
        relation: claim.relation.toUpperCase(),
        text: claim.text,
        toulmin: claim.role?.toUpperCase() ?? null,
        sources: sourcesOf(claim, places),
      })
      ids.set(claim.code, (await addClaim(at(people.actor(author), clock(minutes)), input)).id)
    }
    return { minutes, run }
  })
  return [...added, ...linkActs(seminar, people, ids, clock), ...judgementActs(seminar, people, ids, clock)]
}

const idOf = (ids: Map<string, string>, code: string): string => ids.get(code) ?? ''

/** When the last claim has been made, the chair marks which of them help only together. */
function linkActs({ debate }: Seminar, people: People, ids: Map<string, string>, clock: Clock): Act[] {
  return debate.linkedPremises.map((codes, i) => {
    const minutes = -26 * HOURS + i
    const run = () =>
      linkClaims(at(people.instructor, clock(minutes)), { ids: codes.map((code) => idOf(ids, code)) })
    return { minutes, run }
  })
}

/** Each of those who judge does so in one sitting, on the evening before the debate. */
function judgementActs({ debate }: Seminar, people: People, ids: Map<string, string>, clock: Clock): Act[] {
  return debate.judgements.flatMap(({ by, of }, person) =>
    Object.entries(of).map(([code, [impact, probability]], i) => {
      const minutes = -22 * HOURS + person * 20 + i
      const run = () =>
        judgeClaim(at(people.actor(by), clock(minutes)), { id: idOf(ids, code), impact, probability })
      return { minutes, run }
    }),
  )
}
