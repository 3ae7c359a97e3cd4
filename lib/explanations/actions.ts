'use server'
import { action } from '@/lib/server/action'
import { rateCell } from './commands'
import { RateCell } from './schema'

export const rateCellAction = action(RateCell, rateCell)
