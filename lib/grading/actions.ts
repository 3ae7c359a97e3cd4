'use server'
import { action } from '@/lib/server/action'
import { giveGrade, overrideGrade, releaseGrades } from './critiques/commands'
import { handleReport } from './desk/commands'
import { HandleReport } from './desk/schema'
import { importMarks, previewMarks } from './exchange/import-marks'
import { overrideParticipation, releaseParticipation, setScheme } from './participation/commands'
import {
  GiveGrade,
  MarksFile,
  OverrideGrade,
  OverrideParticipation,
  ReleaseGrades,
  ReleaseParticipation,
  SetScheme,
} from './schema'

export const setSchemeAction = action(SetScheme, setScheme)
export const releaseParticipationAction = action(ReleaseParticipation, releaseParticipation)
export const overrideParticipationAction = action(OverrideParticipation, overrideParticipation)
export const handleReportAction = action(HandleReport, handleReport)
export const giveGradeAction = action(GiveGrade, giveGrade)
export const overrideGradeAction = action(OverrideGrade, overrideGrade)
export const releaseGradesAction = action(ReleaseGrades, releaseGrades)
export const previewMarksAction = action(MarksFile, previewMarks)
export const importMarksAction = action(MarksFile, importMarks)
