/** Signs that mean something in Argdown wherever they stand (argdown.org, syntax). */
const SPECIAL = /[\\@#*_[\]<>{}]|\/(?=[/*])|:(?=\S)|\.(?=\S)|-(?=-)|=(?==)|^,/g

/** Words on one line, so that no Argdown reader takes any of them for a sign. */
export const escaped = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(SPECIAL, '\\$&')

export const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1')

/** Whether the words come back from what is shown of them. */
export const comesBack = (text: string): boolean => unescaped(escaped(text)) === text

/**
 * Data in braces. It is JSON, which YAML (that Argdown asks for) contains; braces inside texts and signs that YAML does
 * not print are written by number, so that no reader ends the data early.
 */
export const dataBlock = (data: object): string => {
  const json = JSON.stringify(data, (_key, value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  // braces outside of texts stand before or after a quotation mark, a bracket, a comma or a colon: only those in texts are written by number
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replace(/[{}\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, byNumber),
  )
}

const byNumber = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
