'use server'
import { action } from '@/lib/server/action'
import { markRead, setPostFirst } from './commands'
import { MarkRead, SetPostFirst } from './schema'

export const markReadAction = action(MarkRead, markRead)
export const setPostFirstAction = action(SetPostFirst, setPostFirst)
