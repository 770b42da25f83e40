import { expect } from 'chai'
import { concat, equalBytes, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { SEGMENT_BYTES, sealedLength } from '#crypto/stream/layout.js'
import { openSegments } from '#crypto/stream/open-segments.js'
import { openStream } from '#crypto/stream/open-stream.js'
import { sealStream } from '#crypto/stream/seal-stream.js'
import { newPartKey } from '#crypto/stream/segment-cipher.js'
import { IN_FLIGHT } from '#crypto/stream/segment-pipe.js'
import { codeOf } from '#test/support/code-of.js'
import { collect, gather, run } from './run-stream.js'

const key = newPartKey()
const aad = toUtf8('package/part')
const FIRST = SEGMENT_BYTES - 40 - 16
const OTHER = SEGMENT_BYTES - 16

function sample(length: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) {
    crypto.getRandomValues(octets.subarray(at, at + 65_536))
  }
  return octets
}

describe('streams of parts', () => {
  for (const length of [0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + OTHER, FIRST + 6 * OTHER + 99]) {
    it(`of ${length} octets open to what was sealed, whatever the chunks`, async () => {
      const plaintext = sample(length)
      for (const size of [Infinity, 65_536, SEGMENT_BYTES, 999_983]) {
        const sealed = await run(plaintext, sealStream(key, aad), size)
        expect(sealed).to.have.length(sealedLength(length))
        const opened = await run(sealed, openStream(key, aad), size)
        expect(equalBytes(opened, plaintext)).to.equal(true)
      }
    })
  }

  it('come out as whole segments', async () => {
    const chunks = await collect(sample(FIRST + 2 * OTHER + 5), sealStream(key, aad), 77_777)
    expect(chunks.map((chunk) => chunk.length)).to.deep.equal([
      SEGMENT_BYTES,
      SEGMENT_BYTES,
      SEGMENT_BYTES,
      5 + 16,
    ])
  })

  it('never look the same twice', async () => {
    const sealed = await Promise.all([1, 2].map(() => run(toUtf8('a'), sealStream(key, aad))))
    expect(new Set(sealed.map((octets) => toHex(octets.slice(1, 40))))).to.have.property('size', 2)
  })

  it('take octets that the writer reuses at once', async () => {
    const plaintext = sample(FIRST + 3 * OTHER)
    const shared = new Uint8Array(50_000)
    const transform = sealStream(key, aad)
    const writer = transform.writable.getWriter()
    const writing = (async () => {
      for (let at = 0; at < plaintext.length; at += shared.length) {
        const piece = plaintext.subarray(at, at + shared.length)
        shared.set(piece)
        await writer.write(shared.subarray(0, piece.length))
        shared.fill(0)
      }
      await writer.close()
    })()
    const sealed = await gather(transform.readable)
    await writing
    const opened = await run(concat(...sealed), openStream(key, aad))
    expect(equalBytes(opened, plaintext)).to.equal(true)
  })

  it('are held back while nobody reads', async () => {
    const transform = sealStream(key, aad)
    const writer = transform.writable.getWriter()
    let taken = 0
    const chunk = new Uint8Array(SEGMENT_BYTES)
    const writing = (async () => {
      for (; taken < 100; taken++) await writer.write(chunk)
    })()
    const reader = transform.readable.getReader()
    await reader.read()
    // Then nobody reads, for as long as twenty segments take by another way.
    await run(new Uint8Array(20 * SEGMENT_BYTES), sealStream(key, aad))
    expect(taken).to.be.within(1, 2 * IN_FLIGHT)
    await reader.cancel()
    await writing.catch(() => undefined)
  })

  it('emit nothing that is not verified', async () => {
    const plaintext = sample(FIRST + 2 * OTHER)
    const sealed = await run(plaintext, sealStream(key, aad))
    sealed[SEGMENT_BYTES + 5] = (sealed[SEGMENT_BYTES + 5] ?? 0) ^ 1
    const out: Uint8Array[] = []
    const sink = new WritableStream<Uint8Array>({ write: (chunk) => void out.push(chunk) })
    const input = new Blob([sealed]).stream()
    const code = await codeOf(() => input.pipeThrough(openStream(key, aad)).pipeTo(sink))
    expect(code).to.equal('stream/segment')
    const opened = concat(...out)
    expect(equalBytes(opened, plaintext.subarray(0, opened.length))).to.equal(true)
    expect(opened.length).to.be.at.most(FIRST)
  })

  for (const length of [0, 16, 31, 33]) {
    it(`have keys of 32 octets, not ${length}`, async () => {
      const short = new Uint8Array(length)
      const source = { length: 56, read: () => Promise.resolve(new Uint8Array()) }
      expect(await codeOf(() => sealStream(short, aad))).to.equal('keys/malformed')
      expect(await codeOf(() => openStream(short, aad))).to.equal('keys/malformed')
      expect(await codeOf(() => openSegments(short, aad, source))).to.equal('keys/malformed')
    })
  }
})
