'use client'
import { useParams } from 'next/navigation'
import { ErrorPage, type ErrorProps } from '@/components/shell/error-page'

export default function CourseError(props: ErrorProps) {
  const { course } = useParams<{ course: string }>()
  return <ErrorPage {...props} home={{ href: `/courses/${course}`, label: 'Go to course home' }} />
}
