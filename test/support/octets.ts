/** Octets that differ everywhere, the same on every run. */
export function octetsOf(length: number): Buffer<ArrayBuffer> {
  const octets = Buffer.alloc(length)
  let state = 0x9e3779b9
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    octets[i] = state >>> 24
  }
  return octets
}
