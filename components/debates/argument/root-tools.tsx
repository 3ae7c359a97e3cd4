'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { CitableDto } from '@/lib/debates/schema'
import { AddClaim } from '../add-claim'
import { fromCitable } from '../draft-source'

/** "Add for" or "Add against" at the head of a side, with the form under it. */
export function RootTools({ relation }: { relation: 'SUPPORTS' | 'OPPOSES' }) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div className="print:hidden">
      <Button ref={opener} aria-expanded={open} onClick={() => setOpen(!open)}>
        {relation === 'SUPPORTS' ? 'Add for' : 'Add against'}
      </Button>
      {open ? (
        <AddClaim name={`motion-${relation}`} parent={null} relation={relation} onDone={close} />
      ) : null}
    </div>
  )
}

/** The form that somebody comes to from the reader, with the note already among the sources. */
export function CiteForm({ note, path }: { note: CitableDto; path: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(true)
  const close = () => {
    setOpen(false)
    router.replace(path, { scroll: false })
  }
  if (!open) return null
  return (
    <div id="cite" className="mb-8">
      <h3 className="text-16">A claim on your note</h3>
      <AddClaim
        name={`cite-${note.id}`}
        parent={null}
        relation="SUPPORTS"
        sources={[fromCitable(note)]}
        onDone={close}
      />
    </div>
  )
}
