import { ButtonLink } from '@/components/ui/button'
import type { NextStep } from '@/lib/courses/rules/next-step'

/** The one thing to do now. */
export function Step({ step }: { step: NextStep }) {
  return (
    <section
      aria-label="Your next step"
      className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-y border-rule py-4"
    >
      <p className="min-w-0 flex-1 basis-64">
        <span className="block text-12 font-medium tracking-[.04em] text-ink-3">Your next step</span>
        <span className="block font-serif text-16 sm:text-19">{step.what}</span>
      </p>
      <ButtonLink look="main" href={step.href}>
        {step.verb}
      </ButtonLink>
    </section>
  )
}
