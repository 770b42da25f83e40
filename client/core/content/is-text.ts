/** Tabulator, ends of line, page and (of DOS) file, the shifts and the escape of ISO 2022: the control characters that texts have. */
const OF_TEXTS = [0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x1a, 0x1b]

/**
 * Whether octets can be the beginning of a text: without control characters that texts do not have, in UTF-8, UTF-16 with its mark, or any
 * of the encodings that keep ASCII. Nothing is none.
 */
export function isText(head: Uint8Array): boolean {
  const [first, second] = head
  const isLittle = first === 0xff && second === 0xfe
  if (!isLittle && !(first === 0xfe && second === 0xff)) return head.every(isOfText)
  const units = new DataView(head.buffer, head.byteOffset, head.byteLength)
  for (let at = 2; at + 1 < head.length; at += 2) {
    if (!isOfText(units.getUint16(at, isLittle))) return false
  }
  return true
}

const isOfText = (unit: number): boolean =>
  (unit >= 0x20 && unit !== 0x7f) || OF_TEXTS.includes(unit)

/** The beginning of a text in UTF-8, or in UTF-16 with its mark, without the spaces before it. */
export function startOfText(head: Uint8Array): string {
  const [first, second] = head
  const isWide = first === 0xff || (first === 0xfe && second === 0xff)
  const encoding = !isWide ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be'
  return new TextDecoder(encoding).decode(head).trimStart()
}
