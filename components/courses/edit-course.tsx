'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FormProblem } from '@/components/accounts/form-problem'
import { fieldsOf, useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toasts'
import { courseDetailsAction, editCourseAction } from '@/lib/courses/actions'
import { CourseFields } from './course-fields'

type Details = { title: string; term: string; timeZone: string; description: string }
type Input = Details & { courseId: string }

function Form({ courseId, details, done }: { courseId: string; details: Details; done: () => void }) {
  const [zone, setZone] = useState(details.timeZone)
  const { submit, busy, problem, wrong } = useSubmit(editCourseAction, (_, __: Input) => done())
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit({ ...fieldsOf(event.currentTarget), courseId } as Input)
  }
  return (
    <form method="post" onSubmit={send} noValidate className="grid gap-4">
      <CourseFields
        zones={Intl.supportedValuesOf('timeZone')}
        zone={zone}
        onZone={setZone}
        wrong={wrong}
        values={details}
      />
      <div>
        <Button type="submit" look="main" busy={busy}>
          Save
        </Button>
      </div>
      {problem ? <FormProblem problem={problem} /> : null}
    </form>
  )
}

/** Opens the course's own details in a dialog. They are fetched when it opens, so that the page stays small. */
export function EditCourse({ courseId }: { courseId: string }) {
  const router = useRouter()
  const [details, setDetails] = useState<Details | null>(null)
  const [busy, setBusy] = useState(false)
  async function open() {
    setBusy(true)
    const result = await courseDetailsAction({ courseId }).catch(() => null)
    setBusy(false)
    if (result?.ok) setDetails(result.value)
    else toast(result?.message ?? 'The server cannot be reached. Try again shortly.', { tone: 'bad' })
  }
  const done = () => {
    setDetails(null)
    toast('The course is changed.')
    router.refresh()
  }
  return (
    <>
      <Button busy={busy} onClick={open}>
        Edit course
      </Button>
      <Dialog open={details !== null} onClose={() => setDetails(null)} title="Edit course">
        {details ? <Form courseId={courseId} details={details} done={done} /> : null}
      </Dialog>
    </>
  )
}
