import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { fromBase64, fromHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { verifyConsistency } from '#crypto/transparency/consistency.js'
import { hashLeaf } from '#crypto/transparency/hash.js'
import { verifyInclusion } from '#crypto/transparency/inclusion.js'
import type { LogStore } from '#server/domain/log/ports.js'
import { proveConsistency } from '#server/domain/log/prove-consistency.js'
import { proveInclusion } from '#server/domain/log/prove-inclusion.js'
import { readCheckpoint } from '#server/domain/log/read-checkpoint.js'
import { readTile } from '#server/domain/log/read-tile.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { codeOf } from '#test/support/code-of.js'
import {
  type LoggedStatement,
  memoryCosignatureStore,
  memoryLogStore,
} from '#test/support/memory/memory-log.js'
import { testLogKey } from '#test/support/test-log.js'

const clock = { now: () => new Date() }

/** A log grown in rounds of these sizes; each leaves a checkpoint. */
async function grownLog(rounds: readonly number[]) {
  const statements: LoggedStatement[] = []
  const log = memoryLogStore(() => statements)
  const key = await testLogKey()
  const round = sequencer({ log, key, clock })
  for (const count of rounds) {
    for (let i = 0; i < count; i++) {
      const statement = `statement ${statements.length}`
      const digest = createHash('sha256').update(statement).digest('hex')
      statements.push({ digest, statement, index: null })
    }
    while ((await round(1)).outcome !== 'quiet');
  }
  return { log, key, statements }
}

describe('proofs from stored tiles', () => {
  it('show every leaf of a small log under its newest checkpoint', async () => {
    const { log, key, statements } = await grownLog([1, 2, 5, 290, 7])
    const prove = proveInclusion({ log })
    for (const { digest, statement } of statements) {
      const { index, path, checkpoint } = await prove(digest)
      const { size, root } = await openCheckpoint(checkpoint, key)
      const proof = { leafIndex: index, treeSize: size, path: path.map(fromBase64) }
      await verifyInclusion(await hashLeaf(toUtf8(statement)), proof, root)
    }
  })

  it('show any tree to begin with any earlier one', async () => {
    const sizes = [1, 3, 8, 255, 256, 257, 512, 700]
    const { log } = await grownLog(sizes.map((size, i) => size - (sizes[i - 1] ?? 0)))
    const prove = proveConsistency({ log })
    for (const from of sizes) {
      for (const to of sizes.filter((size) => size >= from)) {
        const { path } = await prove({ from, to })
        const [a, b] = [await log.checkpoint(from), await log.checkpoint(to)]
        await verifyConsistency({
          fromSize: from,
          fromRoot: fromHex(a?.root ?? ''),
          toSize: to,
          toRoot: fromHex(b?.root ?? ''),
          path: path.map(fromBase64),
        })
      }
    }
  })

  it('need a handful of tiles in a log of three tile levels', async () => {
    const { log, key, statements } = await grownLog([4000, 62_000])
    let reads = 0
    const counting: LogStore = {
      ...log,
      tiles: (tiles) => ((reads += tiles.length), log.tiles(tiles)),
    }
    const prove = proveInclusion({ log: counting })
    for (const at of [0, 255, 256, 65_535, 65_536, 65_999]) {
      const statement = statements[at]
      reads = 0
      const { path, checkpoint, index } = await prove(statement?.digest ?? '')
      expect(reads).to.be.at.most(4)
      const { size, root } = await openCheckpoint(checkpoint, key)
      expect([size, index]).to.deep.equal([66_000, at])
      const proof = { leafIndex: at, treeSize: size, path: path.map(fromBase64) }
      await verifyInclusion(await hashLeaf(toUtf8(statement?.statement ?? '')), proof, root)
    }
    // A new sequencer recomputes the edge of all three levels.
    expect(await sequencer({ log, key, clock })(2)).to.include({ outcome: 'quiet', size: 66_000 })
  })

  it('refuse what is not published', async () => {
    const { log } = await grownLog([10])
    const unknown = '0'.repeat(64)
    expect(await codeOf(proveInclusion({ log })(unknown))).to.equal('leaf-unknown')
    const consistency = proveConsistency({ log })
    expect(await codeOf(consistency({ from: 3, to: 11 }))).to.equal('leaf-unknown')
    expect(await codeOf(consistency({ from: 4, to: 3 }))).to.equal('malformed-request')
    const tile = readTile({ log })
    const cosignatures = memoryCosignatureStore()
    expect(await tile({ level: 0, index: 0, width: 10 })).to.have.length(320)
    expect(await codeOf(tile({ level: 0, index: 0, width: 11 }))).to.equal('tile-unknown')
    expect(await readCheckpoint({ log, cosignatures })()).to.include({ size: 10 })
    const { log: empty } = await grownLog([])
    expect(await codeOf(readCheckpoint({ log: empty, cosignatures })())).to.equal('leaf-unknown')
    expect(await consistency({ from: 0, to: 10 })).to.deep.equal({ path: [] })
  })
})
