'use server'
import { action } from '@/lib/server/action'
import { markRead } from './commands'
import { MarkRead } from './schema'

export const markReadAction = action(MarkRead, markRead)
