import { expect } from 'chai'
import { sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { readRevocationList } from '#crypto/pki/revocation-list.js'
import { codeOf } from '#test/support/code-of.js'
import { extension, handMadeList, invalidSince, reason } from './hand-made-list.js'
import { keyOf } from './keys.js'

type Parts = Parameters<typeof handMadeList>[1]
const listWith = async (parts?: Parts) => handMadeList(await keyOf('root'), parts)

describe('readRevocationList', () => {
  it('reads DER, PEM and base64, reasons and the lack of one', async () => {
    const list = readRevocationList(await listWith())
    expect(list.revoked).to.deep.equal([
      { serial: '01ff', at: new Date('2026-07-01'), reason: 'unspecified' },
    ])
    const held = readRevocationList(await listWith({ entryExtensions: [reason(6)] }))
    expect(held.revoked[0]?.reason).to.equal('certificateHold')
  })

  it('counts from the moment the key was lost, when that is earlier (RFC 5280 §5.3.2)', async () => {
    const since = async (moment: string) =>
      readRevocationList(await listWith({ entryExtensions: [reason(1), invalidSince(moment)] }))
        .revoked[0]?.at
    expect(await since('20260301000000Z')).to.deep.equal(new Date('2026-03-01'))
    expect(await since('20260901000000Z')).to.deep.equal(new Date('2026-07-01'))
  })

  const refused: Record<string, Parts> = {
    'a delta list': { listExtensions: [extension('2.5.29.27', unsignedInteger(1), true)] },
    'an indirect or partitioned list': {
      listExtensions: [extension('2.5.29.28', sequence(), true)],
    },
    'an entry for another issuer': { entryExtensions: [extension('2.5.29.29', sequence(), true)] },
    'an extension twice': { entryExtensions: [reason(1), reason(4)] },
    'the reason removeFromCRL': { entryExtensions: [reason(8)] },
    'an unknown reason': { entryExtensions: [reason(7)] },
    'a list without its next update': { nextUpdate: [] },
    'version 1': { version: [] },
    'an empty list of entries': { entries: [] },
    'no extensions': { listExtensions: [] },
  }
  for (const [what, parts] of Object.entries(refused)) {
    it(`refuses ${what}`, async () => {
      const list = await listWith(parts)
      expect(await codeOf(() => readRevocationList(list))).to.equal('pki/malformed')
    })
  }

  it('refuses text that is too long before decoding it', async () => {
    expect(await codeOf(() => readRevocationList('A'.repeat(3_000_000)))).to.equal('pki/malformed')
  })
})
