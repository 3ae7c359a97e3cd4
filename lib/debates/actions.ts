'use server'
import { action } from '@/lib/server/action'
import * as commands from './commands'
import * as schema from './schema'

export const createDebateAction = action(schema.CreateDebate, commands.createDebate)
export const changeDebateAction = action(schema.ChangeDebate, commands.changeDebate)
export const assignRolesAction = action(schema.AssignRoles, commands.assignRoles)
export const takeSideAction = action(schema.TakeSide, commands.takeSide)
export const drawLotAction = action(schema.DrawLot, commands.drawLot)
export const closeDebateAction = action(schema.DebateId, commands.closeDebate)
export const addClaimAction = action(schema.AddClaim, commands.addClaim)
export const editClaimAction = action(schema.EditClaim, commands.editClaim)
export const deleteClaimAction = action(schema.ClaimId, commands.deleteClaim)
export const restoreClaimAction = action(schema.ClaimId, commands.restoreClaim)
export const moveClaimAction = action(schema.MoveClaim, commands.moveClaim)
export const mergeClaimsAction = action(schema.MergeClaims, commands.mergeClaims)
export const separateClaimsAction = action(schema.ClaimId, commands.separateClaims)
export const judgeClaimAction = action(schema.JudgeClaim, commands.judgeClaim)
export const moderateClaimAction = action(schema.ModerateClaim, commands.moderateClaim)
export const reportClaimAction = action(schema.ReportClaim, commands.reportClaim)
export const linkClaimsAction = action(schema.LinkClaims, commands.linkClaims)
export const unlinkClaimAction = action(schema.ClaimId, commands.unlinkClaim)
