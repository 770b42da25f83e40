/** A ZIP file whose files are not compressed, in their order; checksums are left out, nobody reads them here. */
export function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const [title, body] = [Buffer.from(name), Buffer.from(content, 'latin1')]
    const local = Buffer.alloc(30)
    local.write('PK\x03\x04', 'latin1')
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    for (const [head, from] of [
      [local, 18],
      [entry, 20],
    ] as const) {
      head.writeUInt32LE(body.length, from)
      head.writeUInt32LE(body.length, from + 4)
      head.writeUInt16LE(title.length, from + 8)
    }
    entry.writeUInt32LE(at, 42)
    locals.push(local, title, body)
    entries.push(entry, title)
    at += local.length + title.length + body.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

/**
 * The same as a writer ends it whose files go beyond 4 GiB (ZIP64): two records more, and the offset of the directory in
 * the first of them alone.
 *
 * @param size - of the directory, as the last record has it; its own unless told.
 */
export function largeZip(zip: Buffer, size?: number): Buffer {
  const last = Buffer.from(zip.subarray(-22))
  const large = Buffer.alloc(56)
  large.write('PK\x06\x06', 'latin1')
  large.writeBigUInt64LE(44n, 4)
  large.writeBigUInt64LE(BigInt(last.readUInt32LE(12)), 40)
  large.writeBigUInt64LE(BigInt(last.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(zip.length - 22), 8)
  last.writeUInt32LE(size ?? last.readUInt32LE(12), 12)
  last.writeUInt32LE(0xffff_ffff, 16)
  return Buffer.concat([zip.subarray(0, -22), large, locator, last])
}
