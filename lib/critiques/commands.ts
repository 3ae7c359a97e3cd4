import 'server-only'

export { createAssignment, setAssignment } from './commands/assignments'
export { giveExtension, takeBackExtension } from './commands/extensions'
export { submitCritique, withdrawCritique } from './commands/submit'
export { archiveTemplate, createTemplate, previewTemplate, saveTemplate } from './commands/templates'
export { discardDraft, saveAnswers, startCritique } from './commands/write'
export { recordReview, releaseReviews, respond, submitReview } from './reviews/commands'
