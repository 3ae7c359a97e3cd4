import 'server-only'

export { recordReview, releaseReviews, respond, submitReview } from './commands/review'
