import type { Probe } from '../processes/until-ready.js'

/** Asks a `mongod` `{hello: 1, $db: "admin"}`; the answer names `isWritablePrimary`. */
export function helloProbe(port: number): Probe {
  const body = Buffer.concat([
    Buffer.from([0x10]),
    Buffer.from('hello\0'),
    int32(1),
    Buffer.from([0x02]),
    Buffer.from('$db\0'),
    int32(6),
    Buffer.from('admin\0'),
  ])
  const document = Buffer.concat([int32(body.length + 5), body, Buffer.from([0])])
  const rest = Buffer.concat([
    int32(1),
    int32(0),
    int32(2013),
    int32(0),
    Buffer.from([0]),
    document,
  ])
  const question = Buffer.concat([int32(rest.length + 4), rest])
  return {
    port,
    question: question.toString('base64'),
    answer: Buffer.from('isWritablePrimary').toString('base64'),
  }
}

function int32(value: number): Buffer {
  const octets = Buffer.alloc(4)
  octets.writeInt32LE(value)
  return octets
}
