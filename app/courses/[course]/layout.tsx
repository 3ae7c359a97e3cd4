import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CourseBar } from '@/components/shell/course-bar'
import type { Role } from '@/lib/generated/prisma/enums'
import { isStaffRole } from '@/lib/policy'
import { coursePage } from '@/lib/server/page'

type Props = { children: ReactNode; params: Promise<{ course: string }> }

const ROLE_NAMES = {
  INSTRUCTOR: 'Instructor',
  ASSISTANT: 'Assistant',
  STUDENT: 'Student',
  OBSERVER: 'Observer',
}

const standing = (role: Role): 'staff' | 'student' | 'observer' =>
  isStaffRole(role) ? 'staff' : role === 'STUDENT' ? 'student' : 'observer'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await coursePage((await params).course)
  return { title: { default: course.title, template: `%s · ${course.title}` } }
}

export default async function CourseLayout({ children, params }: Props) {
  const { slug, title, viewer } = (await coursePage((await params).course)).course
  const { name, role, demo } = viewer
  const account = { name, role: ROLE_NAMES[role], demo }
  return (
    <>
      <CourseBar slug={slug} title={title} as={standing(role)} {...account} />
      {children}
    </>
  )
}
