'use server'
import { action, publicAction } from '@/lib/server/action'
import { currentViewer } from '@/lib/server/session'
import { changeName, changePassword, createOwner, endEverywhere } from './commands'
import { ChangeName, ChangePassword, FirstOwner, Nothing } from './schema'

export const createOwnerAction = publicAction(FirstOwner, createOwner)
export const changeNameAction = action(ChangeName, changeName)
export const changePasswordAction = action(ChangePassword, async (actor, input) =>
  changePassword(actor, input, (await currentViewer())?.sessionId ?? null),
)
export const endEverywhereAction = action(Nothing, endEverywhere)
