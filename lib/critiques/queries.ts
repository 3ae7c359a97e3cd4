import 'server-only'

export { comparePage } from './queries/compare'
export { draftOf, writePage } from './queries/draft'
export { critiquePage } from './queries/reading'
export { assignmentPage, critiquesRoom } from './queries/room'
export { assignmentSetUp } from './queries/set-up'
export { templatePage, templatesPage } from './queries/templates'
