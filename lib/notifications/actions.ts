'use server'
import { action } from '@/lib/server/action'
import { markAllNoticesRead, setDigest } from './commands'
import { InCourse, SetDigest } from './schema'

export const markAllNoticesReadAction = action(InCourse, markAllNoticesRead)
export const setDigestAction = action(SetDigest, setDigest)
