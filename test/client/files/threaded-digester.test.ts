import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { nodePlatform } from '#client/files/node-platform.js'
import { threadedDigester } from '#client/files/threaded-digester.js'
import type { Digester } from '#client/core/ports.js'
import { codeOf } from '#test/support/code-of.js'
import { octetsOf } from '#test/support/octets.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

const MIB = 1024 * 1024

describe('digests', () => {
  const folder = temporaryFolder()
  const hex = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')

  async function digest(digester: Digester, octets: Uint8Array, chunk: number): Promise<string> {
    // The chunk may be reused once `update` has resolved: so it is.
    const buffer = new Uint8Array(chunk)
    for (let from = 0; from < octets.length; from += chunk) {
      const piece = octets.subarray(from, from + chunk)
      buffer.set(piece)
      await digester.update(buffer.subarray(0, piece.length))
      buffer.fill(0)
    }
    const result = await digester.digest()
    digester.close()
    return result
  }

  for (const [length, chunk] of [
    [0, 1],
    [1, 1],
    [MIB, MIB],
    [MIB + 1, 65_536],
    [9 * MIB + 5, MIB],
    [9 * MIB + 5, 300_001],
    [9 * MIB + 5, 3 * MIB + 1],
  ] as const) {
    it(`are those of SHA-256: ${length} octets, ${chunk} at a time`, async () => {
      const octets = octetsOf(length)
      expect(await digest(threadedDigester(), octets, chunk)).to.equal(hex(octets))
    })
  }

  it('are the same with a thread and without', async () => {
    const octets = octetsOf(100_000)
    for (const expected of [100_000, 64 * MIB]) {
      const digester = nodePlatform(folder.path).digester(expected)
      expect(await digest(digester, octets, 7_000), `${expected} expected`).to.equal(hex(octets))
    }
  })

  it('say so when the thread dies, to whoever waits and to whoever comes later', async () => {
    const programs = {
      throws: `require('node:worker_threads').parentPort.on('message', () => { throw new Error('x') })`,
      ends: `require('node:worker_threads').parentPort.on('message', () => process.exit(1))`,
    }
    for (const [name, program] of Object.entries(programs)) {
      const digester = threadedDigester(program)
      const feed = async () => {
        for (;;) await digester.update(new Uint8Array(MIB))
      }
      expect(await codeOf(feed), name).to.equal('digest-thread')
      expect(await codeOf(() => digester.digest()), name).to.equal('digest-thread')
      digester.close()
    }
  })

  it('end for whoever waits when they are given up', async () => {
    const program = `require('node:worker_threads').parentPort.on('message', () => undefined)`
    const digester = threadedDigester(program)
    const result = codeOf(() => digester.digest())
    digester.close()
    expect(await result).to.equal('digest-thread')
  })
})
