import 'server-only'

export { reviewsDesk } from './queries/desk'
export { reviewDraftOf } from './queries/draft'
export { exampleForm, examplePage } from './queries/examples'
export { peerScores } from './queries/scores'
export { reviewPage, reviewsToWrite, reviewTasks } from './queries/tasks'
