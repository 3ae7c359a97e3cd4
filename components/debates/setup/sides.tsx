import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Section } from '@/components/ui/page'
import type { LotDto, RoleDto } from '@/lib/debates/schema'
import type { SideChoice } from '@/lib/debates/set-up/roles'
import { Roles } from '../roles'
import { DrawLot } from './draw-lot'
import { Lot } from './lot'
import { TakeSide } from './take-side'

type Props = {
  debateId: string
  roles: RoleDto[]
  sideChoice: SideChoice
  lot: LotDto | null
  /** Whether the viewer may take a side now, or set the debate up. */
  mayTake: boolean
  mayManage: boolean
  begun: boolean
  path: string
}

const NONE: Record<SideChoice, string> = {
  ASSIGNED: 'The staff give places and sides.',
  CHOSEN: 'Nobody has taken a side yet.',
  LOT: 'The lot has not been drawn yet. When it is, its seed is shown here, and anybody can draw it again.',
}

/** Who does what, and how they come to it. */
export function Sides({ debateId, roles, sideChoice, lot, mayTake, mayManage, begun, path }: Props) {
  const take = sideChoice === 'CHOSEN' && mayTake && !begun
  const draw = sideChoice === 'LOT' && mayManage && !begun
  if (roles.length === 0 && !take && !mayManage && sideChoice === 'ASSIGNED') return null
  const assign = mayManage ? <ButtonLink href={`${path}/edit#roles`}>Give places</ButtonLink> : null
  return (
    <Section id="roles" title="Who does what" actions={roles.length > 0 ? assign : null}>
      {sideChoice === 'LOT' && lot ? <Lot lot={lot} /> : null}
      {draw ? <DrawLot debateId={debateId} again={lot !== null} /> : null}
      {take ? <TakeSide debateId={debateId} roles={roles} /> : null}
      {roles.length > 0 ? (
        <Roles roles={roles} />
      ) : take ? null : (
        <Empty title="No places yet" action={sideChoice === 'ASSIGNED' ? assign : null}>
          <p>{NONE[sideChoice]}</p>
        </Empty>
      )}
    </Section>
  )
}
