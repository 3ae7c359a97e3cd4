'use server'
import { action } from '@/lib/server/action'
import * as commands from './commands'
import * as schema from './schema'

export const createDebateAction = action(schema.CreateDebate, commands.createDebate)
export const closeDebateAction = action(schema.DebateId, commands.closeDebate)
export const addClaimAction = action(schema.AddClaim, commands.addClaim)
export const editClaimAction = action(schema.EditClaim, commands.editClaim)
export const deleteClaimAction = action(schema.ClaimId, commands.deleteClaim)
export const restoreClaimAction = action(schema.ClaimId, commands.restoreClaim)
