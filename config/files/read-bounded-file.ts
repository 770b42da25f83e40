import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { ConfigurationError } from '../configuration-error.js'

/**
 * Reads a file as text (UTF-8), and never more of it than was agreed: it may be a pipe, a device, or grow meanwhile.
 *
 * @param name - the variable that names the file.
 * @param longest - octets.
 * @param judge - what is wrong with such a file, or undefined; asked before anything is read.
 * @throws {@link ConfigurationError} when it cannot be read, is no file, is too long, or is judged so. The
 *   text never holds what is in it.
 */
export function readBoundedFile(
  name: string,
  path: string,
  longest: number,
  judge: (seen: Stats) => string | undefined = () => undefined,
): string {
  const problem = (text: string) => new ConfigurationError(`${name}: ${path} ${text}`)
  const file = opened(path)
  if (file === undefined) throw problem('is not a file that can be read')
  try {
    const seen = fstatSync(file)
    if (!seen.isFile()) throw problem('is not a file that can be read')
    const fault = judge(seen)
    if (fault !== undefined) throw problem(fault)
    const text = upTo(longest, file)
    if (text === undefined) throw problem(`is longer than ${longest} octets`)
    return text
  } finally {
    closeSync(file)
  }
}

/** Without waiting for whoever would write into a pipe. */
function opened(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch {
    return undefined
  }
}

function upTo(longest: number, file: number): string | undefined {
  const octets = Buffer.alloc(longest + 1)
  let length = 0
  for (;;) {
    const read = readSync(file, octets, length, octets.length - length, null)
    length += read
    if (length > longest) return undefined
    if (read === 0) return octets.toString('utf8', 0, length)
  }
}
