'use client'
import { AccountMenu } from './account-menu'
import { Bell } from './bell'
import { CourseNav } from './course-nav'
import { SearchField } from './search-field'
import { TopBar } from './top-bar'

type Props = {
  slug: string
  title: string
  as: 'staff' | 'student' | 'observer'
  name: string
  role: string
  demo: boolean
}

/** The bar of every page of a course. One client component: a page's data names it instead of spelling it out. */
export function CourseBar({ slug, title, as, ...account }: Props) {
  return (
    <TopBar
      home={`/courses/${slug}`}
      title={title}
      nav={<CourseNav slug={slug} as={as} />}
      end={
        <>
          <SearchField slug={slug} />
          <Bell slug={slug} />
          <AccountMenu {...account} />
        </>
      }
    />
  )
}
