import { declaredEncoding, decodeText } from '../decode'
import type { Run } from '../run'
import { clean } from '../text'
import type { Draft, ImportFile } from '../types'
import { plainPieces } from './blocks'

/** Plain text and pastes: empty lines part paragraphs, hard-wrapped lines are joined, headings are guessed. */
export async function readPlain(file: ImportFile, run: Run): Promise<Draft> {
  const text = clean(decodeText(file.bytes, declaredEncoding(file.bytes)))
  run.check()
  return { pieces: plainPieces(text) }
}
