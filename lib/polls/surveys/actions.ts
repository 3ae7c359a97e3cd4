'use server'
import { action } from '@/lib/server/action'
import { addStatement, changeSurvey, closeSurvey, moderateStatement, openSurvey, voteOn } from './commands'
import { AddStatement, ChangeSurvey, CloseSurvey, ModerateStatement, OpenSurvey, VoteOn } from './schema'

export const openSurveyAction = action(OpenSurvey, openSurvey)
export const changeSurveyAction = action(ChangeSurvey, changeSurvey)
export const closeSurveyAction = action(CloseSurvey, closeSurvey)
export const addStatementAction = action(AddStatement, addStatement)
export const moderateStatementAction = action(ModerateStatement, moderateStatement)
export const voteOnAction = action(VoteOn, voteOn)
