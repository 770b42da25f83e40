import { expect } from 'chai'
import { sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { readRevocationList } from '#crypto/pki/revocation-list.js'
import { codeOf } from '#test/support/code-of.js'
import { extension, generalized, handMadeList, invalidSince, reason } from './hand-made-list.js'
import { keyOf } from './keys.js'

type Parts = Parameters<typeof handMadeList>[1]
const listWith = async (parts?: Parts) => handMadeList(await keyOf('root'), parts)

describe('readRevocationList', () => {
  it('reads DER, PEM and base64, reasons and the lack of one', async () => {
    const list = readRevocationList(await listWith())
    const at = new Date('2026-07-01')
    expect(list.revoked).to.deep.equal([
      { serial: '01ff', at, declared: at, reason: 'unspecified' },
    ])
    const held = readRevocationList(await listWith({ entryExtensions: [reason(6)] }))
    expect(held.revoked[0]?.reason).to.equal('certificateHold')
  })

  it('counts from the moment the key was lost, when that is earlier (RFC 5280 §5.3.2)', async () => {
    const since = async (moment: string) => {
      const list = await listWith({ entryExtensions: [reason(1), invalidSince(moment)] })
      const [entry] = readRevocationList(list).revoked
      expect(entry?.declared).to.deep.equal(new Date('2026-07-01'))
      return entry?.at
    }
    expect(await since('20260301000000Z')).to.deep.equal(new Date('2026-03-01'))
    expect(await since('20260901000000Z')).to.deep.equal(new Date('2026-07-01'))
    expect(await since('20260301000000.25Z')).to.deep.equal(new Date('2026-03-01T00:00:00.250Z'))
  })

  const refused: Record<string, Parts> = {
    'a delta list': { listExtensions: [extension('2.5.29.27', unsignedInteger(1), true)] },
    'an indirect or partitioned list': {
      listExtensions: [extension('2.5.29.28', sequence(), true)],
    },
    'an entry for another issuer': { entryExtensions: [extension('2.5.29.29', sequence(), true)] },
    'an extension twice': { entryExtensions: [reason(1), reason(4)] },
    'the reason removeFromCRL': { entryExtensions: [reason(8)] },
    'such a moment twice': {
      entryExtensions: [invalidSince('20260301000000Z'), invalidSince('20260302000000Z')],
    },
    'such a moment that must be understood': {
      entryExtensions: [extension('2.5.29.24', generalized('20260301000000Z'), true)],
    },
    'such a moment with something behind it': {
      entryExtensions: [
        extension('2.5.29.24', Uint8Array.of(...generalized('20260301000000Z'), 0)),
      ],
    },
    'such a moment that is none': { entryExtensions: [extension('2.5.29.24', unsignedInteger(1))] },
    'such a moment outside UTC': { entryExtensions: [invalidSince('20260301000000+0100')] },
    'such a moment without seconds': { entryExtensions: [invalidSince('202603010000Z')] },
    'such a moment that never was': { entryExtensions: [invalidSince('20260230000000Z')] },
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
