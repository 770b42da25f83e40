import { expect } from 'chai'
import { CryptoError, type CryptoErrorCode } from '#crypto/errors.js'
import { byEntry, type Voucher } from '#crypto/proof/by-entry.js'
import type { Identifier } from '#crypto/proof/identify.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

/** Vouchers at NOW: so many whose entry had ended by then, and after them one in force. */
async function vouchers(ended: number): Promise<readonly Voucher[]> {
  const { relay } = await world()
  const { statement, digest, kid, payload } = relay.entry
  const read = await readStatement(statement)
  const piece = (validTo: Date) => ({
    statement,
    read,
    digest,
    kid,
    claims: { ...payload, validFrom: BEGIN.toISOString(), validTo: validTo.toISOString() },
  })
  const old = Array.from({ length: ended }, () => ({ piece: piece(after(NOW, -1)), at: NOW }))
  return [...old, { piece: piece(END), at: NOW }]
}

const refusing = (code: CryptoErrorCode) => () => Promise.reject(new CryptoError(code, ''))

describe('entries that may vouch for a statement', () => {
  const identified: string[] = []
  const identify: Identifier = async ({ claims }) => {
    identified.push(claims.validTo)
    return { entry: (await world()).relay.entry, status: 'unknown' }
  }
  beforeEach(() => identified.splice(0))

  it('are tried until one holds, and none is an answer of its own', async () => {
    let left = 3
    const outcome = await byEntry(identify, await vouchers(9), () =>
      --left > 0 ? refusing('directory/key')() : Promise.resolve('held'),
    )
    expect(outcome).to.deep.equal({ ok: true, value: 'held' })
    expect(identified).to.have.length(3)
    expect(await byEntry(identify, [], refusing('directory/key'))).to.equal(undefined)
  })

  it('are tried sixteen times at most, those in force first', async () => {
    const outcome = await byEntry(identify, await vouchers(200), refusing('directory/key'))
    expect(outcome).to.have.nested.property('error.code', 'directory/key')
    expect(identified).to.have.length(16)
    expect(identified[0]).to.equal(END.toISOString())
  })

  it('are not tried again for what is false by every one of them', async () => {
    const outcome = await byEntry(identify, await vouchers(9), refusing('statement/signature'))
    expect(outcome).to.have.nested.property('error.code', 'statement/signature')
    expect(identified).to.have.length(1)
  })

  it('are passed over where they themselves are false', async () => {
    const forged: Identifier = (piece, at) =>
      identified.length < 4
        ? identify(piece, at).then(refusing('statement/signature'))
        : identify(piece, at)
    const outcome = await byEntry(forged, await vouchers(9), () => Promise.resolve('held'))
    expect(outcome).to.deep.equal({ ok: true, value: 'held' })
    expect(identified).to.have.length(5)
  })
})
