import { Skeleton } from '@/components/ui/feedback'

/** The place of a page's sections until they are there. */
export function PageSkeleton() {
  return (
    <div className="mt-10 grid gap-3">
      {['w-40 h-6', 'w-full h-12', 'w-full h-12', 'w-2/3 h-12'].map((size) => (
        <Skeleton key={size} className={size} />
      ))}
    </div>
  )
}
