import { expect } from 'chai'
import type { LeaseStore } from '#server/domain/log/ports.js'
import { tendBlobs } from '#server/tend-blobs.js'

describe('tending the blobs', () => {
  /** One lease for all: whoever takes it first holds it until it is released. */
  function oneLease(): LeaseStore & { holder?: string } {
    return {
      take(_duty, holder) {
        this.holder ??= holder
        return Promise.resolve(this.holder === holder ? { epoch: 1 } : undefined)
      },
      release(_duty, holder) {
        if (this.holder === holder) delete this.holder
        return Promise.resolve()
      },
    }
  }
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1))
  }

  it('goes on after a round that failed, and tells what it did', async () => {
    const lines: string[] = []
    const log = {
      info: (event: string, fields?: { count?: number }) =>
        void lines.push(`${event} ${fields?.count ?? ''}`),
      error: (event: string) => void lines.push(event),
    }
    let round = 0
    const tending = tendBlobs({
      leases: oneLease(),
      process: 'a',
      log,
      intervalMs: 1,
      expire: () => Promise.resolve(round === 1 ? 3 : 0),
      deleteDue: () => {
        round++
        return round === 1
          ? Promise.reject(new Error('away'))
          : Promise.resolve(round === 2 ? 2 : 0)
      },
    })
    await until(() => round > 3)
    await tending.stop()
    const after = round
    expect(lines).to.deep.equal(['retention.failed', 'uploads.expired 3', 'retention.done 2'])
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(round).to.equal(after)
  })

  it('is one process’s, and another’s once that stops', async () => {
    const rounds: string[] = []
    const leases = oneLease()
    const log = { info: () => undefined, error: () => undefined }
    const start = (process: string) =>
      tendBlobs({
        leases,
        process,
        log,
        intervalMs: 1,
        expire: () => Promise.resolve(0),
        deleteDue: () => Promise.resolve(rounds.push(process) && 0),
      })
    const first = start('a')
    await until(() => rounds.length > 0)
    const second = start('b')
    await until(() => rounds.length > 5)
    await first.stop()
    expect(new Set(rounds)).to.deep.equal(new Set(['a']))
    await until(() => rounds.includes('b'))
    await second.stop()
    expect(leases.holder).to.equal(undefined)
  })
})
