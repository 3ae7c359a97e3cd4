'use server'
import { action } from '@/lib/server/action'
import * as commands from './commands'
import * as schema from './schema'

export const previewAllocationAction = action(schema.Allocate, commands.previewAllocation)
export const allocateReviewsAction = action(schema.Allocate, commands.allocateReviews)
export const addReviewerAction = action(schema.Pair, commands.addReviewer)
export const removeReviewerAction = action(schema.Pair, commands.removeReviewer)
export const reassignReviewAction = action(schema.Reassign, commands.reassignReview)
export const addConflictAction = action(schema.AddConflict, commands.addConflict)
export const removeConflictAction = action(schema.RemoveConflict, commands.removeConflict)
export const declareConflictAction = action(schema.DeclareConflict, commands.declareConflict)
export const submitReviewAction = action(schema.SubmitReview, commands.submitReview)
export const releaseReviewsAction = action(schema.ReleaseReviews, commands.releaseReviews)
export const respondAction = action(schema.Respond, commands.respond)
export const replyToReviewAction = action(schema.ReplyToReview, commands.replyToReview)
export const rateReviewAction = action(schema.RateReview, commands.rateReview)
export const hideReviewAction = action(schema.HideReview, commands.hideReview)
export const showReviewAction = action(schema.Pair, commands.showReview)
export const addExampleAction = action(schema.AddExample, commands.addExample)
export const removeExampleAction = action(schema.RemoveExample, commands.removeExample)
export const scoreExampleAction = action(schema.ScoreExample, commands.scoreExample)
