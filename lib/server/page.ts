import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { courseFrame } from '@/lib/courses/frame'
import type { CourseFrame } from '@/lib/courses/schema'
import { isAppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { currentViewer, type Viewer } from './session'

/** Runs a page's query; what cannot be seen is a 404, and nobody signed in goes to sign in and comes back. */
export async function forPage<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (isAppError(error) && error.code === 'UNAUTHENTICATED') await toSignIn()
    if (isAppError(error) && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) notFound()
    throw error
  }
}

async function toSignIn(): Promise<never> {
  const path = (await headers()).get('x-path') ?? '/'
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/** The signed-in person, or the sign-in page. */
export async function pageViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? toSignIn()
}

/** The actor and the course of a page under /courses/[course], loaded once per request. */
export const coursePage = cache(async (slug: string): Promise<{ actor: Actor; course: CourseFrame }> => {
  const { actor, demo } = await pageViewer()
  return { actor, course: await forPage(courseFrame(actor, slug, demo)) }
})
