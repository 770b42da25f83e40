import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { Evidence, type PackageEvidence } from '#crypto/evidence/evidence.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'
import { nextEntry, withNewKey } from '#test/support/world/next-entry.js'
import { entryKeyOf } from '#test/support/world/parties.js'

const PUBLISHED = after(NOW, 60)
const SUBMITTED = after(NOW, 120)

/** A relay in league with somebody who has stolen what Xaland has withdrawn since. */
describe('a package that rests on what its sender has taken back', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
  })
  /** Xaland publishes its next version; the relay says that the package was submitted a minute later. */
  async function superseded(changes: Partial<DirectoryEntry>) {
    net.relay.setClock(PUBLISHED)
    const validFrom = PUBLISHED.toISOString()
    await net.relay.publishEntry({
      entry: await nextEntry(net.relay.xa, { validFrom, ...changes }),
    })
    net.relay.setClock(after(NOW, 180))
    net.lies.answers.readPackage = async (record: { evidence: readonly EvidenceItem[] }) => ({
      ...record,
      evidence: await dated(record.evidence),
    })
  }
  async function dated(items: readonly EvidenceItem[]): Promise<EvidenceItem[]> {
    const links: EvidenceItem[] = []
    for (const { statement, index } of items) {
      const payload = Evidence.parse((await readStatement(statement)).payload) as PackageEvidence
      const previous = links.at(-1)?.digest ?? null
      const [time, submitted] = [SUBMITTED.toISOString(), SUBMITTED.toISOString()]
      const signed = await issueEvidence(
        { ...payload, previous, time, submitted },
        net.relay.relay.evidenceKey,
      )
      links.push({ statement: signed, digest: await digestOf(signed), index })
    }
    return links
  }
  const refusal = () => codeOf(() => readPackage(net.berta, id))
  const envelopes = async () => entryKeyOf('envelopes', await generateOpeningKey('x25519'))
  const others = () => net.relay.xa.claims.keys.filter(({ purpose }) => purpose !== 'envelopes')

  it('is opened as before while the version that it names overlaps the one in force', async () => {
    const { keys } = net.relay.xa.claims
    await superseded({ keys: [...keys, await envelopes()] })
    expect(await refusal()).to.equal('nothing was refused')
  })

  it('is refused when an officer signed it whom the stolen key has made', async () => {
    const thief = await net.relay.xa.officer('Mallory', ['case'])
    const mallory = await net.session(thief, net.relay.xa)
    await net.reseal(net.relay.xa, 2, [net.relay.drafter, thief])
    id = await composePackage(mallory, net.draftOf())
    await deliverPackage(mallory, id)
    await net.relay.consign({ header: await net.headerOf(id) })
    expect(await refusal(), 'before anybody knew').to.equal('nothing was refused')
    await superseded({ keys: (await withNewKey(net.relay.xa, 'credentials')).keys })
    expect(await refusal()).to.equal('directory/key')
    net.lies.answers = {}
    expect(await refusal(), 'submitted before, by the relay’s word').to.equal('nothing was refused')
  })

  it('is refused when the later version has ended the key that vouches', async () => {
    const keys = net.relay.xa.claims.keys.map((key) => ({
      ...key,
      notAfter: key.purpose === 'credentials' ? after(NOW, 90).toISOString() : key.notAfter,
    }))
    await superseded({ keys })
    expect(await refusal()).to.equal('directory/key')
  })

  it('is refused when the version that it names shares no key to seal to with the one in force', async () => {
    await superseded({ keys: [...others(), await envelopes()] })
    expect(await refusal()).to.equal('directory/entry')
  })

  it('is refused when the sender’s entry had ended', async () => {
    await superseded({ validTo: after(NOW, 90).toISOString() })
    expect(await refusal()).to.equal('directory/entry')
  })

  it('is refused without the approvals that the later version demands', async () => {
    await superseded({ policy: { approvals: 2 } })
    expect(await refusal()).to.equal('package/approvals')
  })
})
