'use server'
import { action, publicAction } from '@/lib/server/action'
import * as courses from './commands'
import { courseDetails } from './queries'
import * as schema from './schema'

export const createCourseAction = action(schema.NewCourse, courses.createCourse)
export const courseDetailsAction = action(schema.CourseId, courseDetails)
export const editCourseAction = action(schema.EditCourse, courses.editCourse)
export const createGroupAction = action(schema.NewGroup, courses.createGroup)
export const assignGroupAction = action(schema.AssignGroup, courses.assignGroup)
export const renewJoinTokenAction = action(schema.CourseId, courses.renewJoinToken)
export const closeJoinLinkAction = action(schema.CourseId, courses.closeJoinLink)
export const setRoleAction = action(schema.SetRole, courses.setRole)
export const removeMemberAction = action(schema.MemberId, courses.removeMember)
export const restoreMemberAction = action(schema.MemberId, courses.restoreMember)
export const markSeenAction = action(schema.MarkSeen, courses.markSeen)
export const joinCourseAction = action(schema.JoinByLink, courses.joinCourse)
export const signUpAndJoinAction = publicAction(schema.SignUpAndJoin, courses.signUpAndJoin)
