/** A copy with one bit turned over; any number names one of the bits. */
export function flipBit(octets: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(octets)
  const index = Math.floor(bit / 8) % copy.length
  copy[index] = (copy[index] ?? 0) ^ (1 << (bit % 8))
  return copy
}
