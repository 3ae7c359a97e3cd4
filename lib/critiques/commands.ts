import 'server-only'

export { createAssignment, createTemplate, setAssignment } from './commands/set-up'
export { submitCritique, withdrawCritique } from './commands/submit'
export { discardDraft, saveAnswers, startCritique } from './commands/write'
export { recordReview, releaseReviews, respond, submitReview } from './reviews/commands'
