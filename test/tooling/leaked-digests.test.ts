import { readFileSync } from 'node:fs'
import { expect } from 'chai'

const { LEAKED_DIGESTS, leakedDigests, leakedPasswordList, longLeakedPasswords } = (await import(
  new URL('../../tooling/leaked-digests.mjs', import.meta.url).href
)) as {
  LEAKED_DIGESTS: string
  leakedDigests: () => string
  leakedPasswordList: () => readonly string[]
  longLeakedPasswords: () => readonly string[]
}

describe('the digests of passwords that were stolen', () => {
  it('are those of the list in its package, as they are made now', () => {
    expect(readFileSync(LEAKED_DIGESTS, 'utf8')).to.equal(leakedDigests())
  })

  it('are of a list that is in the order of use, and of all in it that are long', () => {
    const list = leakedPasswordList()
    expect(list.slice(0, 3)).to.deep.equal(['123456', 'password', '12345678'])
    const long = new Set(list.filter((one) => one.length >= 15).map((one) => one.toLowerCase()))
    expect(longLeakedPasswords()).to.have.members([...long])
  })
})
