/** Between whatever hears the course's stream and whatever counts notices: one page has at most one stream. */
const NAME = 'colloquy:notified'

export const tellNotified = (): void => void dispatchEvent(new Event(NAME))

/** @returns a function that stops listening. */
export function onNotified(hear: () => void): () => void {
  addEventListener(NAME, hear)
  return () => removeEventListener(NAME, hear)
}
