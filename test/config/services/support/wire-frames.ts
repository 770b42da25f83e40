/** Frames of the wire protocol, built the slow textbook way, for tests. */

export function bson(name: string): Buffer {
  const element = Buffer.concat([Buffer.from([0x10]), Buffer.from(`${name}\0`), int32(1)])
  return Buffer.concat([int32(element.length + 5), element, Buffer.from([0])])
}

export function frame(opcode: number, rest: Buffer, requestId = 7): Buffer {
  return Buffer.concat([int32(16 + rest.length), int32(requestId), int32(0), int32(opcode), rest])
}

export function opMsg(sections: readonly Buffer[], flags = 0): Buffer {
  return frame(2013, Buffer.concat([int32(flags), ...sections]))
}

export function body(name: string): Buffer {
  return Buffer.concat([Buffer.from([0]), bson(name)])
}

export function sequence(label: string, documents: readonly Buffer[]): Buffer {
  const rest = Buffer.concat([Buffer.from(`${label}\0`), ...documents])
  return Buffer.concat([Buffer.from([1]), int32(4 + rest.length), rest])
}

export function opQuery(name: string): Buffer {
  return frame(
    2004,
    Buffer.concat([int32(0), Buffer.from('admin.$cmd\0'), int32(0), int32(-1), bson(name)]),
  )
}

export function int32(value: number): Buffer {
  const octets = Buffer.alloc(4)
  octets.writeInt32LE(value)
  return octets
}
