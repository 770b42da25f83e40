const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** CRC-32 as PNG wants it (ISO 3309); node:zlib has one of its own only from Node 22 on. */
export function crc32(octets: Uint8Array): number {
  let crc = 0xffffffff
  for (const octet of octets) crc = (table[(crc ^ octet) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
