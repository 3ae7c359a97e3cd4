import type { RoleDto } from '@/lib/debates/schema'
import { PART_NAMES } from '@/lib/debates/set-up/roles'

const GROUPS = [
  ['FOR', 'Proposition', 'text-for border-for'],
  ['AGAINST', 'Opposition', 'text-against border-against'],
  [null, 'The House', 'text-ink border-rule-strong'],
] as const

/** The place, or what somebody does beside it where the label alone does not say so. */
const said = ({ label, part }: RoleDto): string => {
  const name = PART_NAMES[part].toLowerCase()
  return part === 'SPEAKER' || label.toLowerCase() === name ? label : `${name}, ${label}`
}

/** Who speaks for which side; "you" beside one's own name. */
export function Roles({ roles }: { roles: RoleDto[] }) {
  return (
    <div className="grid gap-x-12 gap-y-8 sm:grid-cols-3 print:grid-cols-3">
      {GROUPS.map(([side, title, look]) => {
        const members = roles.filter((role) => role.side === side)
        if (members.length === 0) return null
        return (
          <div key={title}>
            <h3 className={`border-b pb-1 text-16 ${look}`}>{title}</h3>
            <dl>
              {members.map((role) => (
                <div
                  key={`${role.label} ${role.name}`}
                  className="flex justify-between gap-3 border-b border-rule py-1.5"
                >
                  <dd className="min-w-0">
                    {role.name}
                    {role.mine ? <span className="text-accent print:hidden"> (you)</span> : null}
                  </dd>
                  <dt className="order-last text-ink-3">{said(role)}</dt>
                </div>
              ))}
            </dl>
          </div>
        )
      })}
    </div>
  )
}
