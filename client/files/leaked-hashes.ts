import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { ClientError } from '../core/client-error.js'

/** A line has 40 digits, and as a rule a colon, how often it was seen, and the end of the line. */
const LINE = /^([0-9A-F]{40})(?::\d{1,12})?\r?$/
const LONGEST_LINE = 64

/**
 * Whether a passphrase is on a list of one's own of passwords that were stolen: a file of their SHA-1 in hex, in
 * order, one a line, as Have I Been Pwned gives them. Searched where it lies, in some forty readings however long it is.
 *
 * @param passphrase - in whichever composition of Unicode: what it protects is sealed under NFC, and so are the lists.
 * @throws {@link ClientError} `file-unreadable` for a file that is not there, or no such list, as an empty one is not.
 */
export async function isInLeakedHashes(path: string, passphrase: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => {
    throw unreadable(path)
  })
  try {
    const found = await file.stat()
    if (!found.isFile() || found.size === 0) throw unreadable(path)
    const wanted = createHash('sha1').update(passphrase.normalize('NFC'), 'utf8').digest('hex')
    return await search(file, path, { wanted: wanted.toUpperCase(), size: found.size })
  } finally {
    await file.close()
  }
}

async function search(
  file: FileHandle,
  path: string,
  { wanted, size }: { readonly wanted: string; readonly size: number },
): Promise<boolean> {
  // Both are where a line begins, or the end.
  let [low, high] = [0, size]
  let [above, below] = ['', 'G']
  while (low < high) {
    const line = await lineAt(file, Math.floor((low + high) / 2), low)
    const hash = LINE.exec(line.text)?.[1]
    // Out of order, it would hide what is in it: what is seen of it on the way has to be in order.
    if (hash === undefined || hash <= above || hash >= below) throw unreadable(path)
    if (hash === wanted) return true
    if (hash < wanted) [low, above] = [line.end, hash]
    else [high, below] = [line.start, hash]
  }
  return false
}

/** The line in which an octet stands, of those that begin at `first` or later. */
async function lineAt(file: FileHandle, at: number, first: number) {
  const from = Math.max(first, at - LONGEST_LINE)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(2 * LONGEST_LINE), 0, undefined, from)
  const octets = buffer.subarray(0, bytesRead)
  const before = octets.subarray(0, at - from).lastIndexOf('\n') + 1
  const stop = octets.indexOf('\n', at - from)
  const after = stop < 0 ? bytesRead : stop
  const text = octets.toString('latin1', before, after).toUpperCase()
  return { text, start: from + before, end: from + after + 1 }
}

const unreadable = (path: string) =>
  new ClientError(
    'file-unreadable',
    `${path} is no list of SHA-1 in their order`,
    'Name the file with --leaked-passwords or ROGATORY_LEAKED_PASSWORDS: 40 hex digits a line, sorted.',
  )
