import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/shell/account-menu'
import { Bell } from '@/components/shell/bell'
import { CourseNav } from '@/components/shell/course-nav'
import { SearchField } from '@/components/shell/search-field'
import { TopBar } from '@/components/shell/top-bar'
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
  const { course } = await coursePage((await params).course)
  const { name, role, demo } = course.viewer
  return (
    <>
      <TopBar
        home={`/courses/${course.slug}`}
        title={course.title}
        nav={<CourseNav slug={course.slug} as={standing(course.viewer.role)} />}
        end={
          <>
            <SearchField slug={course.slug} />
            <Bell slug={course.slug} />
            <AccountMenu name={name} role={ROLE_NAMES[role]} demo={demo} />
          </>
        }
      />
      {children}
    </>
  )
}
