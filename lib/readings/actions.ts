'use server'
import { action } from '@/lib/server/action'
import { markRead, setPostFirst } from './commands'
import { beginRevision } from './revise'
import { BeginRevision, MarkRead, SetPostFirst } from './schema'

export const markReadAction = action(MarkRead, markRead)
export const setPostFirstAction = action(SetPostFirst, setPostFirst)
export const beginRevisionAction = action(BeginRevision, beginRevision)
