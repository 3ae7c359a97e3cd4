import { Skeleton } from '@/components/ui/feedback'

const Lines = ({ n }: { n: number }) =>
  Array.from({ length: n }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
    <Skeleton key={i} className="h-5" />
  ))

/** The shape of course home: a paragraph, the next step, three columns. */
export function HomeSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <div className="mt-4 grid gap-2 measure">
        <Lines n={2} />
      </div>
      <Skeleton className="mt-8 h-14" />
      <div className="mt-10 grid gap-10 md:grid-cols-3">
        {['live', 'due', 'new'].map((column) => (
          <div key={column} className="grid gap-3 content-start">
            <Skeleton className="h-6 w-24" />
            <Lines n={3} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** The shape of the list of people. */
export function PeopleSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="mt-10 grid gap-4">
      <Lines n={8} />
    </div>
  )
}
