import { MissingInCourse } from '@/components/shell/missing-page'

export default function CourseNotFound() {
  return <MissingInCourse />
}
