import { expect } from 'chai'
import fc from 'fast-check'
import {
  MAX_MESSAGE_BYTES,
  WireError,
  wireMessages,
} from '#config/services/mongodb/wire-messages.js'

function message(body: Uint8Array): Buffer {
  const octets = Buffer.alloc(16 + body.length)
  octets.writeInt32LE(octets.length)
  octets.set(body, 16)
  return octets
}

async function* inPieces(octets: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < octets.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield await Promise.resolve(octets.subarray(at, at + size))
    at += size
  }
}

async function read(octets: Buffer, sizes: readonly number[] = [octets.length]): Promise<Buffer[]> {
  const messages: Buffer[] = []
  for await (const one of wireMessages(inPieces(octets, sizes))) messages.push(one)
  return messages
}

function lengthOnly(length: number): Buffer {
  const octets = Buffer.alloc(64)
  octets.writeInt32LE(length)
  return octets
}

describe('messages on the wire', () => {
  it('come out whole, however the octets arrive', async () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 })
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(bodies, sizes, async (all, cuts) => {
        const sent = all.map(message)
        expect(await read(Buffer.concat(sent), cuts)).to.deep.equal(sent)
      }),
      { numRuns: 100 },
    )
  })

  for (const length of [-2_147_483_648, -1, 0, 15, MAX_MESSAGE_BYTES + 1, 2_147_483_647]) {
    it(`of ${length} octets are refused as soon as the length is there`, async () => {
      const outcome: unknown = await read(lengthOnly(length), [4]).catch((error: unknown) => error)
      expect(outcome).to.be.instanceOf(WireError)
    })
  }

  it('that are refused do not take those before them along', async () => {
    const seen: Buffer[] = []
    const good = message(Buffer.from('good'))
    const stream = wireMessages(inPieces(Buffer.concat([good, lengthOnly(3)]), [7]))
    const outcome: unknown = await (async () => {
      for await (const one of stream) seen.push(one)
    })().catch((error: unknown) => error)
    expect(outcome).to.be.instanceOf(WireError)
    expect(seen).to.deep.equal([good])
  })

  it('that end too soon are nothing', async () => {
    const whole = message(Buffer.from('whole'))
    for (let end = 0; end < whole.length; end++) {
      expect(await read(whole.subarray(0, end), [3])).to.deep.equal([])
    }
  })
})
