'use server'
import { action } from '@/lib/server/action'
import { confirmPlacement, moveAnchor, orphan } from './placement-commands'
import { publishRevision } from './revise'
import { ConfirmPlacement, MoveAnchor, NoteId, PublishRevision } from './schema'

export const publishRevisionAction = action(PublishRevision, publishRevision)
export const confirmPlacementAction = action(ConfirmPlacement, confirmPlacement)
export const moveAnchorAction = action(MoveAnchor, moveAnchor)
export const orphanAction = action(NoteId, orphan)
