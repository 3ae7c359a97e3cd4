'use client'
import { type ComponentProps, type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { Field } from './field'

/** A file that was chosen before the page came alive, on a slow network say, raised an event that nobody heard. */
export function useEarlyFile(input: RefObject<HTMLInputElement | null>, take: (file: File) => void): void {
  const onEarly = useEffectEvent(take)
  useEffect(() => {
    const early = input.current?.files?.[0]
    if (early) onEarly(early)
  }, [input])
}

type Props = Omit<ComponentProps<typeof Field>, 'type' | 'onChange' | 'ref'> & {
  onFile: (file: File | undefined) => void
  ref?: RefObject<HTMLInputElement | null>
}

/** One file by the browser's own dialogue. `onFile` gets nothing where the choice is taken back. */
export function FileField({ onFile, ref, ...props }: Props) {
  const own = useRef<HTMLInputElement>(null)
  const input = ref ?? own
  useEarlyFile(input, onFile)
  return (
    <Field
      className="py-1.5"
      {...props}
      ref={input}
      type="file"
      onChange={(event) => onFile(event.target.files?.[0])}
    />
  )
}
