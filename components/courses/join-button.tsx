'use client'
import { useRouter } from 'next/navigation'
import { FormProblem } from '@/components/accounts/form-problem'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { joinCourseAction } from '@/lib/courses/actions'

export function JoinButton({ token, name, email }: { token: string; name: string; email: string }) {
  const router = useRouter()
  const { submit, busy, problem } = useSubmit(joinCourseAction, ({ slug }) => router.push(`/courses/${slug}`))
  return (
    <div className="grid gap-4 justify-items-start">
      <p className="text-ink-2">
        You join as a student: {name}, {email}.
      </p>
      <Button look="main" busy={busy} onClick={() => submit({ token })}>
        Join the course
      </Button>
      <FormProblem problem={problem} />
    </div>
  )
}
