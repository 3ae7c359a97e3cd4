import 'server-only'

export { recordReview, releaseReviews, respond, submitReview } from './commands/review'
export { createAssignment, createTemplate, setAssignment } from './commands/set-up'
export { submitCritique, withdrawCritique } from './commands/submit'
export { discardDraft, saveAnswers, startCritique } from './commands/write'
