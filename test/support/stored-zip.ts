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
