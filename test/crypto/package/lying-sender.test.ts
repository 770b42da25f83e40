import { expect } from 'chai'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { Header } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { openPackage } from '#crypto/package/open-package.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'
import { sealLies } from './hostile-sender.js'

describe('a package by a sender who lies', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const open = async (lies: Parameters<typeof sealLies>[0]) => {
    const sealed = await sealLies(lies)
    // Approvals are missing too, but they are looked at last.
    return codeOf(() => openPackage(sealed))
  }
  const other = () => ({ authority: w.xc.id, entry: w.xc.entry.digest })

  it('is refused for the approvals alone when it does not lie', async () => {
    expect(await open({})).to.equal('package/approvals')
  })

  for (const [field, header, manifest] of [
    ['the package', {}, () => ({ package: PackageId.parse(uuidV7(NOW)) })],
    ['the case', {}, () => ({ case: CaseId.parse(uuidV7(NOW)) })],
    ['the sender', {}, () => ({ sender: w.xc.id })],
    ['when it was made', {}, () => ({ created: after(NOW, 1).toISOString() })],
    ['the number of parts', {}, ({ parts }: Manifest) => ({ parts: parts.slice(1) })],
    ['the order of parts', {}, ({ parts }: Manifest) => ({ parts: parts.toReversed() })],
    [
      'which parts there are',
      ({ parts }: Header) => ({
        parts: parts.map((part) => ({ ...part, part: PartId.parse(uuidV7(NOW)) })),
      }),
      {},
    ],
    [
      'the recipients (surreptitious forwarding)',
      {},
      ({ recipients }: Manifest) => ({
        recipients: recipients.map((recipient) => ({ ...recipient, ...other() })),
      }),
    ],
    [
      'a recipient that only the header names',
      ({ recipients }: Header) => ({
        recipients: [...recipients, other()],
      }),
      {},
    ],
    [
      'the version of a recipient’s entry',
      ({ recipients }: Header) => ({
        recipients: recipients.map((recipient) => ({ ...recipient, entry: '0'.repeat(64) })),
      }),
      {},
    ],
  ] as [string, (h: Header) => Partial<Header>, (m: Manifest) => Partial<Manifest>][]) {
    it(`is refused when header and manifest disagree in ${field}`, async () => {
      const lies = {
        ...(typeof header === 'function' && { header }),
        ...(typeof manifest === 'function' && { manifest }),
      }
      expect(await open(lies)).to.equal('package/mismatch')
    })
  }

  it('is refused when the recipients stand in another order', async () => {
    const us = { authority: w.xb.id, entry: w.xb.entry.digest }
    const both = { ...other(), kid: w.xc.openingKey.kid }
    const lies = {
      manifest: ({ recipients }: Manifest) => ({ recipients: [...recipients, both] }),
      envelopeTo: [w.xb.openingKey, w.xc.openingKey, w.xa.openingKey],
    }
    const inOrder = { ...lies, header: () => ({ recipients: [us, other()] }) }
    const swapped = { ...lies, header: () => ({ recipients: [other(), us] }) }
    expect(await open(inOrder)).to.equal('package/approvals')
    expect(await open(swapped)).to.equal('package/mismatch')
  })

  it('is refused when the commitment is over another manifest', async () => {
    const header = () => ({ manifest: '0'.repeat(64) })
    expect(await open({ header })).to.equal('package/commitment')
  })

  it('is refused when the manifest holds another salt than it was committed with', async () => {
    const manifest = () => ({ salt: toBase64Url(new Uint8Array(32)) })
    const honest = await sealLies({})
    const header = async () => (await readStatement(honest.header)).payload as Header
    const { manifest: commitment } = await header()
    expect(await open({ manifest, header: () => ({ manifest: commitment }) })).to.equal(
      'package/commitment',
    )
  })

  it('is refused when a part hides octets behind its document', async () => {
    const header = ({ parts }: Header) => ({
      parts: parts.map((part) => ({ ...part, length: part.length + 1 })),
    })
    expect(await open({ header })).to.equal('package/part')
  })

  it('is refused when another officer signed the manifest', async () => {
    expect(await open({ manifestKey: w.approver.key })).to.equal('statement/key')
  })

  it('is refused when the envelope holds another statement, or none', async () => {
    expect(await open({ plaintext: w.drafter.credential })).to.equal('statement/type')
    expect(await open({ plaintext: 'Dear colleague' })).to.equal('statement/malformed')
  })

  it('is refused when sealed to somebody whom the recipients do not see', async () => {
    const stranger = await generateOpeningKey('x25519')
    const { xa, xb } = w
    for (const envelopeTo of [
      [xb.openingKey, xa.openingKey, stranger],
      [xb.openingKey, stranger],
      [xb.openingKey],
      [xa.openingKey, xb.openingKey],
    ]) {
      expect(await open({ envelopeTo })).to.equal('package/recipient')
    }
  })

  it('is refused when the manifest names a key of ours that it is not sealed to', async () => {
    const manifest = ({ recipients }: Manifest) => ({
      recipients: recipients.map((recipient) => ({ ...recipient, kid: w.xc.openingKey.kid })),
    })
    expect(await open({ manifest })).to.equal('package/recipient')
  })
})
