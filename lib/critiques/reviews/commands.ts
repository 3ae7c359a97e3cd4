import 'server-only'

export { absorb, allocateReviews, previewAllocation } from './commands/allocate'
export { addReviewer, reassignReview, removeReviewer } from './commands/assign'
export { addExample, removeExample, scoreExample } from './commands/calibrate'
export { addConflict, declareConflict, removeConflict } from './commands/conflict'
export { saveReviewDraft } from './commands/draft'
export { hideReview, rateReview, releaseReviews, respond, showReview } from './commands/release'
export { recordReview, submitReview } from './commands/write'
