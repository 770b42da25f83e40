/** A satisfiable range of octets; `end` is inclusive, as on the wire. */
export type OctetRange = { readonly start: number; readonly end: number }

/**
 * Reads a `Range` header (RFC 9110 §14.2) against a representation of `length` octets.
 *
 * Several ranges, other units and malformed headers are answered with the whole, as the RFC allows: a
 * client that cannot be served a part must be able to take it all.
 *
 * @returns `undefined` for the whole, `'unsatisfiable'` for a 416.
 */
export function readRange(
  header: string | undefined,
  length: number,
): OctetRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,16})-(\d{0,16})$/i.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') {
    const suffix = Math.min(Number(to), length)
    return suffix === 0 ? 'unsatisfiable' : { start: length - suffix, end: length - 1 }
  }
  const start = Number(from)
  const end = to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (to !== '' && Number(to) < start) return undefined
  return start >= length ? 'unsatisfiable' : { start, end }
}
