import { expect } from 'chai'
import { frameReply, readCommand } from '#config/services/mongodb/wire-commands.js'
import { WireError } from '#config/services/mongodb/wire-messages.js'
import { body, bson, frame, int32, opMsg, opQuery, sequence } from '../support/wire-frames.js'

const zero = Buffer.from([0])

/** A valid command whose octets are then spoilt in one place. */
function spoilt(message: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(message)
  copy[at] = value
  return copy
}

describe('a command on the wire', () => {
  it('is named by its first element', () => {
    expect(readCommand(opMsg([body('find')]))).to.deep.equal({
      requestId: 7,
      name: 'find',
      expectsReply: true,
    })
    expect(
      readCommand(opMsg([sequence('documents', [bson('a'), bson('b')]), body('insert')])).name,
    ).to.equal('insert')
    expect(readCommand(opMsg([body('insert')], 2)).expectsReply).to.equal(false)
    for (const name of ['hello', 'isMaster', 'ismaster']) {
      expect(readCommand(opQuery(name)).name).to.equal(name)
    }
  })

  const hostile: Record<string, Buffer> = {
    'an unknown opcode': frame(2012, body('find')),
    'an OP_QUERY for anything but the handshake': opQuery('dropDatabase'),
    'an OP_QUERY without an end of the name': frame(2004, Buffer.from('aaaaaaaaaaaa')),
    'a bare header': frame(2013, Buffer.alloc(0)),
    'no section': opMsg([]),
    'two bodies': opMsg([body('find'), body('find')]),
    'an unknown section': opMsg([Buffer.from([9]), body('find')]),
    'a checksum': opMsg([body('find')], 1),
    'only a sequence': opMsg([sequence('documents', [bson('a')])]),
    'a document longer than its message': opMsg([zero, int32(1000), Buffer.alloc(20)]),
    'a document of negative length': opMsg([zero, int32(-5), Buffer.alloc(20)]),
    'a document of length zero': opMsg([zero, int32(0), Buffer.alloc(20)]),
    'a document without its last octet': spoilt(
      opMsg([body('find')]),
      opMsg([body('find')]).length - 1,
      1,
    ),
    'an empty document': opMsg([zero, int32(5), zero]),
    'a length cut off': opMsg([zero, Buffer.from([1, 0])]),
    'a sequence longer than its message': opMsg([Buffer.from([1]), int32(5000), Buffer.alloc(9)]),
    'a sequence of negative length': opMsg([Buffer.from([1]), int32(-1), Buffer.alloc(9)]),
    'a sequence without a name': opMsg([Buffer.from([1]), int32(8), Buffer.from('aaaa')]),
    'a sequence whose document is longer than it': opMsg([
      Buffer.concat([Buffer.from([1]), int32(10), Buffer.from('a\0'), int32(9000)]),
      body('insert'),
    ]),
  }
  for (const [what, message] of Object.entries(hostile)) {
    it(`with ${what} is refused`, () => {
      expect(() => readCommand(message)).to.throw(WireError)
    })
  }

  it('cut short anywhere is refused, never read beyond its end', () => {
    const whole = opMsg([sequence('documents', [bson('a')]), body('insert')])
    for (let end = 16; end < whole.length; end++) {
      expect(() => readCommand(whole.subarray(0, end)), String(end)).to.throw(WireError)
    }
  })

  it('is answered in the form it was asked in', () => {
    const reply = { requestId: 7, response: bson('ok') }
    const modern = frameReply({ ...reply, legacy: false }, 3)
    expect(modern.readInt32LE(0)).to.equal(modern.length)
    expect(readCommand(modern).name).to.equal('ok')
    expect(modern.readInt32LE(8)).to.equal(7)
    const legacy = frameReply({ ...reply, legacy: true }, 3)
    expect([legacy.readInt32LE(12), legacy.readInt32LE(32)]).to.deep.equal([1, 1])
    expect(legacy.subarray(36)).to.deep.equal(reply.response)
  })
})
