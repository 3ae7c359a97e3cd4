import { withoutQuotations } from './quotations'
import { countWords } from './words'

/** Words that count towards a limit: what is quoted with its source does not, so that nobody quotes less for want of room. */
export const ownWords = (text: string): number => countWords(withoutQuotations(text))
