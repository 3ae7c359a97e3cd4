'use client'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { restoreMemberAction } from '@/lib/courses/actions'
import { type MemberRow, ROLE_TEXT } from '@/lib/courses/roles'
import { useManage } from './use-manage'

export function Removed({ members }: { members: MemberRow[] }) {
  const { run, busy } = useManage()
  if (members.length === 0) return null
  return (
    <Section
      title="Removed"
      sub="They cannot open the course, nor join again by the link. What they wrote is still there under their name."
    >
      <ul className="border-t border-rule">
        {members.map((member) => (
          <li
            key={member.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-2.5"
          >
            <p>
              <span className="font-medium">{member.name}</span>{' '}
              <span className="text-13 text-ink-3">
                {ROLE_TEXT[member.role].one}, {member.email}
              </span>
            </p>
            <Button
              busy={busy}
              aria-label={`Bring ${member.name} back`}
              onClick={() => run(() => restoreMemberAction({ memberId: member.id }))}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
