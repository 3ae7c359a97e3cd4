import { Section } from '@/components/ui/page'
import type { Relation, SideCount, Standing } from '@/lib/debates/rules/tree'
import type { CitableDto, ClaimDto, DebatePage } from '@/lib/debates/schema'
import { ClaimOutline } from './claim-outline'
import { RoomNews } from './room'
import { CiteForm, RootTools } from './root-tools'
import { sideSentence, standingSentence } from './words'

/** The share of claims that help each side; the sentence above it says the same. */
function Balance({ standing }: { standing: Standing }) {
  if (standing.claims === 0) return null
  return (
    <div aria-hidden className="mb-8 flex h-1 gap-0.5">
      <div className="bg-for rounded-sm" style={{ flexGrow: standing.for.claims }} />
      <div className="bg-against rounded-sm" style={{ flexGrow: standing.against.claims }} />
    </div>
  )
}

/** A side's claims with their answers: the roots that point this way, and all below them. */
function sideOf(claims: ClaimDto[], relation: Relation): ClaimDto[] {
  let inside = false
  return claims.filter((claim) => {
    if (claim.depth === 0) inside = claim.relation === relation
    return inside
  })
}

const SIDES = {
  SUPPORTS: {
    title: 'For the motion',
    look: 'text-for border-for',
    none: 'Nobody has spoken for the motion yet.',
  },
  OPPOSES: {
    title: 'Against the motion',
    look: 'text-against border-against',
    none: 'Nobody has spoken against the motion yet.',
  },
} as const

function Side(props: { relation: Relation; claims: ClaimDto[]; count: SideCount; canAdd: boolean }) {
  const { title, look, none } = SIDES[props.relation]
  return (
    <section className="min-w-0">
      <h3 className={`border-b pb-1.5 text-19 ${look}`}>{title}</h3>
      <p className="mt-2 mb-3 text-13 text-ink-3">
        {props.count.claims > 0 ? sideSentence(props.count) : none}
      </p>
      {props.canAdd ? <RootTools relation={props.relation} /> : null}
      {props.claims.length > 0 ? (
        <div className="mt-6">
          <ClaimOutline claims={props.claims} canAdd={props.canAdd} />
        </div>
      ) : null}
    </section>
  )
}

/** The argument map as an outline, one side beside the other. */
export function Argument({
  debate,
  cite,
  path,
}: {
  debate: DebatePage
  cite: CitableDto | null
  path: string
}) {
  const { claims, standing, can } = debate
  const side = (relation: Relation, count: SideCount) => (
    <Side relation={relation} claims={sideOf(claims, relation)} count={count} canAdd={can.add} />
  )
  return (
    <Section id="argument" title="The argument" sub={standingSentence(standing)} actions={<RoomNews />}>
      <Balance standing={standing} />
      {cite && can.add ? <CiteForm note={cite} path={path} /> : null}
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        {side('SUPPORTS', standing.for)}
        {side('OPPOSES', standing.against)}
      </div>
    </Section>
  )
}
