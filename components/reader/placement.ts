import type { SectionPage } from '@/lib/readings/schema'
import { marginThreads, orphanedThreads, type Thread } from './threads'

type Shown = Pick<SectionPage['section'], 'version' | 'retiredAt'>

/** Of a section that was taken out, the notes whose words stand in it as it was are read at their words. */
const isKept = ({ root }: Thread, { version, retiredAt }: Shown): boolean =>
  retiredAt !== null && root.placement === 'ORPHANED' && root.version === version

const atItsWords = (thread: Thread): Thread => ({ ...thread, root: { ...thread.root, placement: 'MOVED' } })

/** Threads beside the text that is shown: what counts into another version of it would lie on wrong words. */
export const placedThreads = (threads: readonly Thread[], section: Shown): Thread[] =>
  marginThreads(threads.map((t) => (isKept(t, section) ? atItsWords(t) : t))).filter(
    ({ root }) => root.version === section.version,
  )

/** Threads whose words are not in the text that is shown. */
export const lostThreads = (threads: readonly Thread[], section: Shown): Thread[] =>
  orphanedThreads(threads).filter((thread) => !isKept(thread, section))
