'use client'
import { useState } from 'react'
import { toast } from '@/components/ui/toasts'
import { confirmPlacementAction, moveAnchorAction, orphanAction } from '@/lib/discussion/actions'
import type { NoteDto } from '@/lib/discussion/schema'
import type { Result } from '@/lib/server/action'
import type { Chosen } from './context'

export type Placing = {
  busy: boolean
  confirm: () => Promise<void>
  moveTo: (chosen: Chosen) => Promise<void>
  letGo: () => Promise<void>
}

/**
 * What a person can say about where a note belongs. The answer comes to every open page by its event.
 * @param version that of the text on the page.
 */
export function usePlacement(
  { id }: Pick<NoteDto, 'id'>,
  version: number,
  onDone: () => void = () => {},
): Placing {
  const [busy, setBusy] = useState(false)
  const run = async (act: () => Promise<Result<unknown>>) => {
    setBusy(true)
    const result = await act()
    setBusy(false)
    if (result.ok) onDone()
    else toast(result.message, { tone: 'bad' })
  }
  return {
    busy,
    confirm: () => run(() => confirmPlacementAction({ id, version })),
    moveTo: ({ start, end, exact }) =>
      run(() => moveAnchorAction({ id, version, anchor: { start, end, exact } })),
    letGo: () => run(() => orphanAction({ id })),
  }
}
