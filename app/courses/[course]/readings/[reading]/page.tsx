import { redirect } from 'next/navigation'

/** A reading opens at its first section. */
export default async function ReadingRoute({
  params,
}: {
  params: Promise<{ course: string; reading: string }>
}) {
  const { course, reading } = await params
  redirect(`/courses/${encodeURIComponent(course)}/readings/${encodeURIComponent(reading)}/1`)
}
