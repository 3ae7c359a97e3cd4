'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { FormProblem } from '@/components/accounts/form-problem'
import { fieldsOf, useSubmit } from '@/components/accounts/use-submit'
import { Button, ButtonLink } from '@/components/ui/button'
import { createCourseAction } from '@/lib/courses/actions'
import { CourseFields } from './course-fields'

type Input = { title: string; term: string; timeZone: string; description: string }

export function NewCourseForm({ zones }: { zones: string[] }) {
  const router = useRouter()
  const [zone, setZone] = useState('UTC')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const { submit, busy, problem, wrong } = useSubmit(createCourseAction, ({ slug }, _: Input) =>
    router.push(`/courses/${slug}`),
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(fieldsOf(event.currentTarget) as Input)
  }
  return (
    <form method="post" onSubmit={send} noValidate className="grid gap-4">
      <CourseFields zones={zones} zone={zone} onZone={setZone} wrong={wrong} />
      <div className="flex gap-2">
        <Button type="submit" look="main" busy={busy}>
          Make the course
        </Button>
        <ButtonLink look="quiet" href="/">
          Cancel
        </ButtonLink>
      </div>
      <FormProblem problem={problem} />
    </form>
  )
}
