'use client'
import { useCallback, useMemo, useState } from 'react'
import { toast } from '@/components/ui/toasts'
import type { Moderate, NoteDto, OwnState, ReactionKind } from '@/lib/discussion/schema'
import { type Answer, sendFollowing, sendModeration, sendReaction, sendResolved } from './note-client'

export type Own = {
  /** Null while nothing is known yet. */
  held: boolean | null
  seenAt: string | null
  reacted: (id: string, kind: ReactionKind) => boolean
  following: (threadId: string) => boolean
  react: (id: string, kind: ReactionKind, on: boolean) => Promise<void>
  follow: (threadId: string, on: boolean) => Promise<void>
  resolve: (id: string, resolved: boolean) => Promise<void>
  /** For the staff. */
  moderate: (id: string, act: Moderate['act'], reason?: string) => Promise<Answer<NoteDto>>
  /** The server has made the viewer a follower of the thread, by their writing in it. */
  follows: (threadId: string) => void
}

const LISTS = { SAME_QUESTION: 'same', THANKS: 'thanks' } as const
const NOTHING = { same: [], thanks: [], follows: [] } as const

type Lists = Record<'same' | 'thanks' | 'follows', ReadonlySet<string>>
const with_ = (set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (on) next.add(id)
  else next.delete(id)
  return next
}

/** One's own reactions and followed threads: shown at once, and put back when the server refuses. */
export function useOwn(keep: (answer: Answer<NoteDto>) => Answer<NoteDto>): {
  own: Own
  begin: (me: OwnState) => void
} {
  const [lists, setLists] = useState<Lists>(() => asSets(NOTHING))
  const [{ held, seenAt }, setKnown] = useState<{ held: boolean | null; seenAt: string | null }>({
    held: null,
    seenAt: null,
  })
  const begin = useCallback((me: OwnState) => {
    setLists(asSets(me))
    // what was new when the page was opened stays new until it is seen
    setKnown((before) => ({ held: me.held, seenAt: before.held === null ? me.seenAt : before.seenAt }))
  }, [])
  const set = useCallback(
    (list: keyof Lists, id: string, on: boolean) =>
      setLists((now) => (now[list].has(id) === on ? now : { ...now, [list]: with_(now[list], id, on) })),
    [],
  )
  const tell = useCallback(
    async <T>(list: keyof Lists, id: string, on: boolean, sent: Promise<Answer<T>>) => {
      set(list, id, on)
      const answer = await sent
      if (answer.ok) return
      set(list, id, !on)
      toast(answer.problem.message, { tone: 'bad' })
    },
    [set],
  )
  const own = useMemo<Own>(
    () => ({
      held,
      seenAt,
      reacted: (id, kind) => lists[LISTS[kind]].has(id),
      following: (threadId) => lists.follows.has(threadId),
      react: (id, kind, on) => tell(LISTS[kind], id, on, sendReaction(id, kind, on).then(keep)),
      follow: (threadId, on) => tell('follows', threadId, on, sendFollowing(threadId, on)),
      resolve: async (id, resolved) => {
        const answer = keep(await sendResolved(id, resolved))
        if (!answer.ok) toast(answer.problem.message, { tone: 'bad' })
      },
      moderate: async (id, act, reason) => {
        const answer = keep(await sendModeration(id, act, reason))
        if (!answer.ok && act !== 'HIDE') toast(answer.problem.message, { tone: 'bad' })
        return answer
      },
      follows: (threadId) => set('follows', threadId, true),
    }),
    [held, seenAt, lists, tell, keep, set],
  )
  return { own, begin }
}

const asSets = ({ same, thanks, follows }: { [key in keyof Lists]: readonly string[] }): Lists => ({
  same: new Set(same),
  thanks: new Set(thanks),
  follows: new Set(follows),
})
