'use client'
import { diffWordsWithSpace } from 'diff'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/feedback'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto, ClaimHistory, ClaimVersion } from '@/lib/debates/schema'
import { shortDate } from '@/lib/time'
import { useArgument } from '../context'
import { fetchHistory } from '../history'
import { useActs } from '../use-acts'
import { POINTING } from '../words'

const where = ({ relation, parentNumber }: ClaimVersion): string =>
  `${POINTING[relation].word} ${parentNumber === null ? 'the motion' : claimCode(parentNumber)}`

/** The words with what came and went since the version before. */
function Changed({ text, before }: { text: string; before: string | undefined }) {
  if (before === undefined || before === text) return text
  return diffWordsWithSpace(before, text).map((part, i) => {
    const key = `${i}-${part.value}`
    if (part.added)
      return (
        <ins key={key} className="bg-accent-soft decoration-accent">
          {part.value}
        </ins>
      )
    if (part.removed)
      return (
        <del key={key} className="text-ink-3">
          {part.value}
        </del>
      )
    return <span key={key}>{part.value}</span>
  })
}

function Versions({ versions }: { versions: ClaimVersion[] }) {
  const { timeZone } = useArgument()
  return (
    <ol className="grid gap-4">
      {versions.map((version, i) => {
        const before = versions[i + 1]
        return (
          <li key={version.at} className="border-l-2 border-rule pl-3">
            <p className="text-12 text-ink-3">
              {i === 0 ? 'Now. ' : null}
              {version.by}, <time dateTime={version.at}>{shortDate(version.at, timeZone)}</time>
            </p>
            <p className="text-13 text-ink-2">
              {where(version)}
              {before && where(before) !== where(version) ? ` (before: ${where(before)})` : null}
            </p>
            <p className="mt-0.5 font-serif text-16 whitespace-pre-wrap wrap-anywhere">
              <Changed text={version.text} before={before?.text} />
            </p>
          </li>
        )
      })}
    </ol>
  )
}

function Merged({ merged, onSeparated }: { merged: ClaimHistory['merged']; onSeparated: () => void }) {
  const { timeZone, viewer } = useArgument()
  const { separate } = useActs()
  if (!merged.length) return null
  return (
    <section className="mt-6">
      <h3 className="font-sans text-13 font-semibold">Merged into it</h3>
      <ul className="mt-2 grid gap-3">
        {merged.map((one) => (
          <li key={one.id} className="border-l-2 border-rule pl-3">
            <p className="text-12 text-ink-3">
              <span className="num font-semibold text-ink-2">{claimCode(one.number)}</span>, {one.author},{' '}
              {shortDate(one.at, timeZone)}
            </p>
            <p className="font-serif text-16 wrap-anywhere">{one.text}</p>
            {viewer.merge ? (
              <Button
                className="mt-1.5"
                onClick={async () => {
                  if ((await separate(one.id)).ok) onSeparated()
                }}
              >
                Separate {claimCode(one.number)} again
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a claim said and where it hung at each time. */
export default function HistoryDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const [history, setHistory] = useState<ClaimHistory | 'failed' | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    void fetchHistory(claim.id, abort.signal).then((found) => {
      if (!abort.signal.aborted) setHistory(found ?? 'failed')
    })
    return () => abort.abort()
  }, [claim.id])
  return (
    <Dialog open onClose={onClose} title={`History of ${claimCode(claim.number)}`}>
      {history === null ? <Skeleton className="h-16 w-full" /> : null}
      {history === 'failed' ? (
        <p className="text-14 text-bad">The history could not be loaded. Close this and try again.</p>
      ) : null}
      {history && history !== 'failed' ? (
        <>
          <Versions versions={history.versions} />
          <Merged merged={history.merged} onSeparated={onClose} />
        </>
      ) : null}
    </Dialog>
  )
}
