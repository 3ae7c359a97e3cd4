'use server'
import { action } from '@/lib/server/action'
import {
  discardDraft,
  releaseReviews,
  respond,
  setAssignment,
  startCritique,
  submitCritique,
  submitReview,
  withdrawCritique,
} from './commands'
import {
  CritiqueId,
  ReleaseReviews,
  Respond,
  SetAssignment,
  StartCritique,
  SubmitCritique,
  SubmitReview,
} from './schema'

export const setAssignmentAction = action(SetAssignment, setAssignment)
export const startCritiqueAction = action(StartCritique, startCritique)
export const discardDraftAction = action(CritiqueId, discardDraft)
export const submitCritiqueAction = action(SubmitCritique, submitCritique)
export const withdrawCritiqueAction = action(CritiqueId, withdrawCritique)
export const submitReviewAction = action(SubmitReview, submitReview)
export const releaseReviewsAction = action(ReleaseReviews, releaseReviews)
export const respondAction = action(Respond, respond)
