import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'

export default function CourseNotFound() {
  return (
    <Page
      eyebrow="404"
      title="There is nothing here that you can see"
      lede="The address may have a slip in it, or what stood here was taken away. The rooms above are all open."
    >
      <div className="mt-8">
        <ButtonLink look="main" href="/">
          Go to your courses
        </ButtonLink>
      </div>
    </Page>
  )
}
