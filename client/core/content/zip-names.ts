const END = 0x06054b50
const END_BYTES = 22
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
/** Of a central directory that is too large for its fields (ZIP64). */
const ELSEWHERE = 0xffff_ffff

/**
 * Names of the files in a ZIP file, read from its central directory (APPNOTE.TXT 6.3, 4.3.12 and 4.3.16); nothing
 * is unpacked.
 *
 * @param tail - its last octets.
 * @returns null when that is no end of a ZIP file; undefined when the directory begins before it.
 */
export function zipNames(tail: Uint8Array): readonly string[] | null | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  const end = endOf(view)
  if (end === undefined) return null
  const size = view.getUint32(end + 12, true)
  if (size === ELSEWHERE || size > end) return undefined
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

/** The last place where the record of the end fits, with its comment, into what follows. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isHere = view.getUint32(at, true) === END
    if (isHere && at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  return undefined
}
