import { changeHand } from '@/lib/debates/session/hands'
import { ChangeHand } from '@/lib/debates/session/schema'
import { writing } from '@/lib/server/route'

export const POST = writing(ChangeHand, changeHand)
