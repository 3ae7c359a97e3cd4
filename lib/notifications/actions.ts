'use server'
import { action } from '@/lib/server/action'
import { markAllNoticesRead, markNoticeRead, setDigest } from './commands'
import { InCourse, NotificationId, SetDigest } from './schema'

export const markNoticeReadAction = action(NotificationId, markNoticeRead)
export const markAllNoticesReadAction = action(InCourse, markAllNoticesRead)
export const setDigestAction = action(SetDigest, setDigest)
