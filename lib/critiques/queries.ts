import 'server-only'

export { draftOf, writePage } from './queries/draft'
export { critiquePage } from './queries/reading'
export { assignmentPage, critiquesRoom } from './queries/room'
