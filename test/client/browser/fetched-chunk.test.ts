import { expect } from 'chai'
import { fetchedChunk } from '#client/browser/platform/fetched-chunk.js'
import { codeOf } from '#test/support/code-of.js'

describe('a part of the page', () => {
  const means = (isOutdated: () => Promise<boolean>) => ({ isOutdated, againMs: 1 })
  const current = means(() => Promise.resolve(false))
  function failing(times: number) {
    let calls = 0
    return () =>
      calls++ < times ? Promise.reject(new TypeError('not fetched')) : Promise.resolve(calls)
  }

  it('is asked for again where the line was away for a moment', async () => {
    expect(await fetchedChunk(failing(0), current)).to.equal(1)
    expect(await fetchedChunk(failing(1), current)).to.equal(2)
  })

  it('is told to be missing where the page was replaced meanwhile', async () => {
    const outdated = means(() => Promise.resolve(true))
    expect(await codeOf(() => fetchedChunk(failing(2), outdated))).to.equal('page-outdated')
  })

  it('is told to be out of reach otherwise', async () => {
    expect(await codeOf(() => fetchedChunk(failing(2), current))).to.equal('relay-unreachable')
    const away = means(() => Promise.reject(new TypeError('away')))
    expect(await codeOf(() => fetchedChunk(failing(2), away))).to.equal('relay-unreachable')
  })
})
