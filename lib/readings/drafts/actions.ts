'use server'
import { action } from '@/lib/server/action'
import { DraftAt, DraftId } from '../draft-schema'
import { deleteDraft } from './commands'
import { publishDraft } from './publish'

export const publishDraftAction = action(DraftAt, publishDraft)
export const deleteDraftAction = action(DraftId, deleteDraft)
