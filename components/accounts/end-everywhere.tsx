'use client'
import { Button } from '@/components/ui/button'
import { endEverywhereAction } from '@/lib/accounts/actions'
import { FormProblem } from './form-problem'
import { useSubmit } from './use-submit'

export function EndEverywhere() {
  const { submit, busy, problem } = useSubmit(endEverywhereAction, () => location.assign('/sign-in'))
  return (
    <div className="grid gap-4 justify-items-start">
      <Button look="danger" busy={busy} onClick={() => submit({})}>
        Sign out of every browser
      </Button>
      {problem ? <FormProblem problem={problem} /> : null}
    </div>
  )
}
