const END = 0x06054b50
const END_BYTES = 22
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
/** Of a file or directory that is too large for their fields (ZIP64): between the directory and its end stand two more. */
const LOCATOR = 0x07064b50
const LOCATOR_BYTES = 20
const LARGE_END = 0x06064b50
const LARGE_END_BYTES = 56

/**
 * Names of the files in a ZIP file, read from its central directory (APPNOTE.TXT 6.3, 4.3.12 and 4.3.14 to 4.3.16);
 * nothing is unpacked.
 *
 * @param tail - its last octets.
 * @returns null when that is no end of a ZIP file; undefined when the directory begins before it.
 */
export function zipNames(tail: Uint8Array): readonly string[] | null | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  const last = endOf(view)
  if (last === undefined) return null
  const directory = directoryBefore(view, last)
  if (directory === undefined || directory.size > directory.end) return undefined
  const { end, size } = directory
  const names: string[] = []
  for (let at = end - size; at + ENTRY_BYTES <= end;) {
    if (view.getUint32(at, true) !== ENTRY) return null
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const start = at + ENTRY_BYTES
    const stop = start + (name ?? 0)
    names.push(new TextDecoder().decode(tail.subarray(start, stop)))
    at = stop + (extra ?? 0) + (comment ?? 0)
  }
  return names
}

/** Where the directory ends, and how long it is; undefined where a ZIP64 file says so in a form that is not known. */
function directoryBefore(
  view: DataView,
  last: number,
): { readonly end: number; readonly size: number } | undefined {
  const locator = last - LOCATOR_BYTES
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) {
    return { end: last, size: view.getUint32(last + 12, true) }
  }
  const end = locator - LARGE_END_BYTES
  if (end < 0 || view.getUint32(end, true) !== LARGE_END) return undefined
  return { end, size: Number(view.getBigUint64(end + 40, true)) }
}

/** The last place where the record of the end fits, with its comment, into what follows. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isHere = view.getUint32(at, true) === END
    if (isHere && at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  return undefined
}
