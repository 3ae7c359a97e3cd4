'use server'
import { action } from '@/lib/server/action'
import { markRead, setPostFirst } from './commands'
import { beginRevision } from './revise'
import { BeginRevision, MarkRead, SetPostFirst } from './schema'
import { moveReading, saveReading, showReading } from './settings'
import { MoveReading, SaveReading, ShowReading } from './settings-schema'

export const markReadAction = action(MarkRead, markRead)
export const setPostFirstAction = action(SetPostFirst, setPostFirst)
export const beginRevisionAction = action(BeginRevision, beginRevision)
export const saveReadingAction = action(SaveReading, saveReading)
export const moveReadingAction = action(MoveReading, moveReading)
export const showReadingAction = action(ShowReading, showReading)
