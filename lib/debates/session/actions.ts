'use server'
import { action } from '@/lib/server/action'
import * as schema from './schema'
import * as statements from './statements'

export const addStatementAction = action(schema.AddStatement, statements.addStatement)
export const editStatementAction = action(schema.EditStatement, statements.editStatement)
export const deleteStatementAction = action(schema.StatementId, statements.deleteStatement)
export const restoreStatementAction = action(schema.StatementId, statements.restoreStatement)
export const claimStatementAction = action(schema.ClaimStatement, statements.claimStatement)
