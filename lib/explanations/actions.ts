'use server'
import { action } from '@/lib/server/action'
import { createEvidence, createExplanations } from './commands'
import { deleteComment, editComment, postComment, restoreComment } from './comment-commands'
import {
  arrangeMatrix,
  editEvidence,
  editExplanation,
  removeEvidence,
  removeExplanation,
} from './edit-commands'
import { rateCells, setPrior } from './rate-commands'
import {
  ArrangeMatrix,
  CreateEvidence,
  CreateExplanations,
  EditComment,
  EditEvidence,
  EditExplanation,
  PostComment,
  RateCells,
  SetPrior,
  ThingId,
} from './schema'

export const rateCellsAction = action(RateCells, rateCells)
export const setPriorAction = action(SetPrior, setPrior)
export const createEvidenceAction = action(CreateEvidence, createEvidence)
export const editEvidenceAction = action(EditEvidence, editEvidence)
export const removeEvidenceAction = action(ThingId, removeEvidence)
export const createExplanationsAction = action(CreateExplanations, createExplanations)
export const editExplanationAction = action(EditExplanation, editExplanation)
export const removeExplanationAction = action(ThingId, removeExplanation)
export const arrangeMatrixAction = action(ArrangeMatrix, arrangeMatrix)
export const postCommentAction = action(PostComment, postComment)
export const editCommentAction = action(EditComment, editComment)
export const deleteCommentAction = action(ThingId, deleteComment)
export const restoreCommentAction = action(ThingId, restoreComment)
