/** An error whose message is a sentence for the person at the terminal; nothing else of it is shown. */
export class Plain extends Error {}

const DISK_FULL = /ENOSPC|No space left on device|Check free disk space|disk quota exceeded|EDQUOT/i

/** Whether this error, or the output of the tool that failed, says that the disk is full. */
export const isDiskFull = (error) =>
  ['ENOSPC', 'EDQUOT', '53100'].includes(error?.code) ||
  DISK_FULL.test(`${error?.message ?? error}\n${error?.output ?? ''}`)

/** One plain sentence where the cause is known; the whole error where it is not. */
export function explain(error) {
  if (isDiskFull(error))
    return 'The disk is full. Make some room and run the same command again: nothing that was saved is lost.'
  if (error instanceof Plain) return error.message
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code) && error.path)
    return `Colloquy may not write to ${error.path}. Change its owner, or run as the user that owns it.`
  return `Something unexpected went wrong.\n${error?.stack ?? error}`
}

/** The last lines of a tool's output, indented, for a message. */
export const lastLines = (text, count = 20) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n')
