import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { crc32 } from './crc32.js'

const WIDTH = 1240
const HEIGHT = 1754

/** A grey page of A4 at 150 dpi with lines as of a typed letter, as PNG: what a scanner makes. */
export function scanPng(seed: string): Uint8Array {
  const noise = createHash('sha256').update(seed).digest()
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 244)
  for (let y = 0; y < HEIGHT; y += 1) {
    rows[y * (WIDTH + 1)] = 0
    const line = Math.floor((y - 140) / 36)
    const typed = line >= 0 && line < 38 && (y - 140) % 36 < 12
    const length = 500 + ((noise[Math.abs(line) % 32] ?? 0) * 500) / 255
    for (let x = 120; typed && x < 120 + length; x += 1) {
      const ink = (noise[(x * 7 + line * 13) % 32] ?? 0) > 100 && x % 14 < 10
      if (ink) rows[y * (WIDTH + 1) + 1 + x] = 40
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
