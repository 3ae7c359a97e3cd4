'use server'
import { action } from '@/lib/server/action'
import {
  archiveTemplate,
  discardDraft,
  giveExtension,
  previewTemplate,
  saveTemplate,
  setAssignment,
  startCritique,
  submitCritique,
  takeBackExtension,
  withdrawCritique,
} from './commands'
import {
  ArchiveTemplate,
  CritiqueId,
  GiveExtension,
  SaveTemplate,
  SetAssignment,
  StartCritique,
  SubmitCritique,
  TakeBackExtension,
} from './schema'

export const saveTemplateAction = action(SaveTemplate, saveTemplate)
export const previewTemplateAction = action(SaveTemplate, previewTemplate)
export const archiveTemplateAction = action(ArchiveTemplate, archiveTemplate)
export const setAssignmentAction = action(SetAssignment, setAssignment)
export const giveExtensionAction = action(GiveExtension, giveExtension)
export const takeBackExtensionAction = action(TakeBackExtension, takeBackExtension)
export const startCritiqueAction = action(StartCritique, startCritique)
export const discardDraftAction = action(CritiqueId, discardDraft)
export const submitCritiqueAction = action(SubmitCritique, submitCritique)
export const withdrawCritiqueAction = action(CritiqueId, withdrawCritique)
