import { expect } from 'chai'
import fc from 'fast-check'
import { concat, toUtf8 } from '#crypto/bytes/bytes.js'
import type { StreamLayout } from '#crypto/stream/layout.js'
import { openingSegments } from '#crypto/stream/open-segments.js'
import { openingStream } from '#crypto/stream/open-stream.js'
import { sealingStream } from '#crypto/stream/seal-stream.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { cut, gather, run } from './run-stream.js'

// Segments small enough to break every one of them in every way.
const layout: StreamLayout = { segmentBytes: 80, derivedKeyBytes: 32, hash: 'SHA-256' }
const secret = { layout, key: new Uint8Array(32).fill(7), associatedData: toUtf8('package/part') }
const random = { salt: new Uint8Array(32).fill(1), noncePrefix: new Uint8Array(7).fill(2) }
const FIRST = 80 - 40 - 16
const OTHER = 80 - 16

const seal = (plaintext: Uint8Array) => run(plaintext, sealingStream(secret, random))
const open = (sealed: Uint8Array, size?: number) => run(sealed, openingStream(secret), size)
const openAtRandom = async (sealed: Uint8Array) =>
  concat(
    ...(await gather(
      openingSegments(secret, {
        length: sealed.length,
        read: (at, length) => Promise.resolve(sealed.slice(at, at + length)),
      }),
    )),
  )

const plaintexts = fc.uint8Array({ maxLength: FIRST + 6 * OTHER, size: 'max' })
const REFUSALS = ['stream/header', 'stream/segment', 'stream/truncated', 'stream/too-long']

/** Both ways of opening must refuse. */
async function refused(sealed: Uint8Array): Promise<string> {
  const code = await codeOf(() => open(sealed))
  expect(code).to.be.oneOf(REFUSALS)
  expect(await codeOf(() => open(sealed, 13))).to.equal(code)
  expect(await codeOf(() => openAtRandom(sealed))).to.be.oneOf(REFUSALS)
  return code
}

describe('streams that were tampered with', () => {
  it('open to the same while they were not', async () => {
    await fc.assert(
      fc.asyncProperty(plaintexts, fc.integer({ min: 1, max: 200 }), async (plaintext, size) => {
        const sealed = await seal(plaintext)
        expect(await open(sealed, size)).to.deep.equal(new Uint8Array(plaintext))
        expect(await openAtRandom(sealed)).to.deep.equal(new Uint8Array(plaintext))
      }),
    )
  })

  it('are refused with any bit turned over', async () => {
    await fc.assert(
      fc.asyncProperty(plaintexts, fc.nat(), async (plaintext, bit) => {
        await refused(flipBit(await seal(plaintext), bit))
      }),
    )
  })

  it('are refused when cut anywhere', async () => {
    const sealed = await seal(new Uint8Array(FIRST + 2 * OTHER + 20).fill(3))
    for (let length = 0; length < sealed.length; length++) await refused(sealed.slice(0, length))
  })

  it('are refused when octets follow', async () => {
    await fc.assert(
      fc.asyncProperty(plaintexts, fc.uint8Array({ minLength: 1 }), async (plaintext, more) => {
        await refused(concat(await seal(plaintext), more))
      }),
    )
  })

  it('are refused with segments moved, left out or doubled', async () => {
    const sealed = await seal(new Uint8Array(FIRST + 4 * OTHER).fill(3))
    const segments = [...cut(sealed, layout.segmentBytes)]
    const order = fc.array(fc.nat({ max: segments.length - 1 }), { minLength: 1, maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(order, async (indices) => {
        fc.pre(indices.join() !== segments.map((_, index) => index).join())
        await refused(concat(...indices.flatMap((index) => segments[index] ?? [])))
      }),
    )
  })

  it('say what happened to them', async () => {
    const sealed = await seal(new Uint8Array(FIRST + 2 * OTHER + 20).fill(3))
    for (const [code, tampered] of [
      ['stream/truncated', new Uint8Array()],
      ['stream/truncated', sealed.slice(0, 39)],
      ['stream/truncated', sealed.slice(0, 50)],
      ['stream/truncated', sealed.slice(0, 80)],
      ['stream/truncated', sealed.slice(0, 160)],
      ['stream/truncated', sealed.slice(0, 170)],
      ['stream/segment', sealed.slice(0, 200)],
      ['stream/segment', sealed.slice(0, -1)],
      ['stream/header', flipBit(sealed, 0)],
      ['stream/segment', flipBit(sealed, 9)],
      ['stream/segment', flipBit(sealed, 8 * 100)],
    ] as const) {
      expect(await refused(tampered)).to.equal(code)
    }
    const whole = await seal(new Uint8Array(FIRST + OTHER))
    expect(await refused(concat(whole, new Uint8Array(40)))).to.equal('stream/too-long')
  })

  it('are refused with another key or other associated data', async () => {
    const sealed = await seal(toUtf8('text'))
    for (const other of [
      { ...secret, key: new Uint8Array(32).fill(8) },
      { ...secret, associatedData: toUtf8('package/other') },
      { ...secret, associatedData: new Uint8Array() },
    ]) {
      expect(await codeOf(() => run(sealed, openingStream(other)))).to.equal('stream/segment')
    }
  })
})

describe('ranges of a stream', () => {
  const plaintext = new Uint8Array(FIRST + 5 * OTHER).map((_, index) => index)
  const range = (start: number, end: number, sealed: Uint8Array, length = sealed.length) => {
    const reads: number[] = []
    const read = (at: number, count: number) => {
      reads.push(Math.floor(at / layout.segmentBytes))
      return Promise.resolve(sealed.slice(at, at + count))
    }
    const pieces = openingSegments(secret, { length, read }, { start, end })
    return { reads, octets: async () => concat(...(await gather(pieces))) }
  }

  it('read the header, the last segment, and the segments they lie in', async () => {
    const { reads, octets } = range(FIRST + OTHER + 1, FIRST + 3 * OTHER, await seal(plaintext))
    expect(await octets()).to.deep.equal(plaintext.slice(FIRST + OTHER + 1, FIRST + 3 * OTHER))
    expect(reads).to.deep.equal([0, 5, 2, 3])
  })

  it('prove the length of the whole even if they end before', async () => {
    const sealed = (await seal(plaintext)).slice(0, 240)
    expect(await codeOf(range(0, 1, sealed).octets)).to.equal('stream/truncated')
    expect(await codeOf(range(0, 0, sealed).octets)).to.equal('stream/truncated')
  })

  it('are refused where a segment of theirs was changed, and only there', async () => {
    const sealed = flipBit(await seal(plaintext), 8 * 100)
    expect(await codeOf(range(0, FIRST + 1, sealed).octets)).to.equal('stream/segment')
    expect(await range(0, FIRST, sealed).octets()).to.deep.equal(plaintext.slice(0, FIRST))
  })

  it('are refused where the source is shorter than it says', async () => {
    const sealed = await seal(plaintext)
    expect(await codeOf(range(0, 1, sealed.slice(0, 100), sealed.length).octets)).to.equal(
      'stream/truncated',
    )
  })

  for (const [start, end] of [
    [-1, 1],
    [2, 1],
    [0, FIRST + 5 * OTHER + 1],
    [0.5, 1],
    [0, 0.5],
    [Number.NaN, 1],
  ] as const) {
    it(`are refused from ${start} to ${end}`, async () => {
      const sealed = await seal(plaintext)
      expect(await codeOf(range(start, end, sealed).octets)).to.equal('stream/range')
    })
  }
})
