'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldsOf, useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { createGroupAction } from '@/lib/courses/actions'
import type { MemberRow } from '@/lib/courses/roles'

type Props = { courseId: string; groups: { id: string; name: string }[]; members: MemberRow[] }

/** Groups and how many are in each; a member's group is chosen in the list of members. */
export function Groups({ courseId, groups, members }: Props) {
  const router = useRouter()
  // A new key empties the form once the group is there.
  const [made, setMade] = useState(0)
  const { submit, busy, problem, wrong } = useSubmit(createGroupAction, () => {
    setMade((n) => n + 1)
    router.refresh()
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit({ courseId, name: fieldsOf(event.currentTarget).name ?? '' })
  }
  const size = (id: string) => members.filter((m) => m.groupId === id).length
  return (
    <Section title="Groups" sub="Notes can be shared with one’s group alone. Staff see them all.">
      {groups.length > 0 ? (
        <ul className="mb-4 border-t border-rule">
          {groups.map((group) => (
            <li key={group.id} className="flex justify-between gap-4 border-b border-rule py-2">
              <span>{group.name}</span>
              <span className="num text-13 text-ink-3">{size(group.id)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <form key={made} onSubmit={send} noValidate className="flex items-end gap-2">
        <div className="flex-1 max-w-60">
          <Field label="New group" name="name" maxLength={60} error={wrong('name') ?? problem?.message} />
        </div>
        <Button type="submit" busy={busy} className={problem ? 'mb-6 h-9' : 'h-9'}>
          Add
        </Button>
      </form>
    </Section>
  )
}
