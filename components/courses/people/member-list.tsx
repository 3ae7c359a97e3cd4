'use client'
import { Avatar, Chip } from '@/components/ui/bits'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import {
  assignGroupAction,
  removeMemberAction,
  restoreMemberAction,
  setRoleAction,
} from '@/lib/courses/actions'
import { type MemberRow, ROLE_TEXT, ROLES, type RoleName } from '@/lib/courses/roles'
import { useManage } from './use-manage'

type Group = { id: string; name: string }
type Props = { members: MemberRow[]; groups: Group[]; manage: boolean; self: string }

const CONTROL =
  'h-8 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-2 text-13 pointer-coarse:text-16 disabled:opacity-55'

function Controls({ member, groups, self }: { member: MemberRow; groups: Group[]; self: boolean }) {
  const { run, busy } = useManage()
  const { id, name } = member
  const remove = () =>
    run(
      () => removeMemberAction({ memberId: id }),
      () =>
        toast(`${name} was removed and can no longer open the course.`, {
          undo: () => void run(() => restoreMemberAction({ memberId: id })),
        }),
    )
  return (
    <div className="flex flex-wrap gap-2 pl-[38px] sm:pl-0 sm:justify-end">
      <select
        aria-label={`Role of ${name}`}
        className={CONTROL}
        disabled={busy}
        value={member.role}
        onChange={(e) => run(() => setRoleAction({ memberId: id, role: e.target.value as RoleName }))}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_TEXT[role].one}
          </option>
        ))}
      </select>
      {groups.length > 0 ? (
        <select
          aria-label={`Group of ${name}`}
          className={cx(CONTROL, 'max-w-36')}
          disabled={busy}
          value={member.groupId ?? ''}
          onChange={(e) => run(() => assignGroupAction({ memberId: id, groupId: e.target.value || null }))}
        >
          <option value="">No group</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </select>
      ) : null}
      <Button
        look="quiet"
        disabled={busy || self}
        title={self ? 'Another instructor can remove you.' : undefined}
        aria-label={`Remove ${name}`}
        onClick={remove}
      >
        Remove
      </Button>
    </div>
  )
}

/** Members of one role. Who manages them changes role and group in place. */
export function MemberList({ members, groups, manage, self }: Props) {
  return (
    <ul className={cx('border-t border-rule', !manage && members.length > 3 && 'sm:columns-2 sm:gap-10')}>
      {members.map((member) => (
        <li
          key={member.id}
          className={cx(
            'break-inside-avoid border-b border-rule py-2.5',
            manage && 'grid gap-x-6 gap-y-2 items-center sm:grid-cols-[minmax(0,1fr)_auto]',
          )}
        >
          <div className="flex items-center gap-3 min-w-0">
            <Avatar name={member.name} />
            <div className="min-w-0">
              <p>
                <span className="font-medium">{member.name}</span>{' '}
                {member.id === self ? <span className="text-ink-3">(you)</span> : null}{' '}
                {member.group && !manage ? <Chip>{member.group}</Chip> : null}
              </p>
              <p className="text-13 text-ink-3 [overflow-wrap:anywhere]">
                {[member.about, member.email].filter(Boolean).join(' · ')}
              </p>
            </div>
          </div>
          {manage ? <Controls member={member} groups={groups} self={member.id === self} /> : null}
        </li>
      ))}
    </ul>
  )
}
