import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { Downgrade } from '#crypto/downgrade/downgrade.js'
import type { DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import type { Redactions } from '#crypto/downgrade/redactions.js'
import { signDowngrade } from '#crypto/downgrade/sign-downgrade.js'
import { verifyDowngrade } from '#crypto/downgrade/verify-downgrade.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'

describe('a downgrade for official use', () => {
  let net: World
  let released: string
  let claims: Omit<Downgrade, 'redactions'>
  let redactions: Redactions
  before(async () => {
    net = await world()
    released = await digestOf('released')
    claims = {
      authority: net.xa.id,
      by: 'Head of Service',
      basis: 'Act 12/2019',
      decided: '2026-02-27',
      from: 'SECRET',
      to: 'RESTRICTED',
      original: null,
      documents: [{ original: 'a'.repeat(64), released }],
      declared: NOW.toISOString(),
    }
    redactions = {
      format: 'rogatory-redactions',
      version: 1,
      documents: [{ released, redactions: [{ place: 'page 1', reason: 'source', removed: null }] }],
    }
  })
  const record = async (
    changes: Partial<typeof claims> = {},
    by = net.drafter,
  ): Promise<DowngradeRecord> => ({
    format: 'rogatory-downgrade',
    version: 1,
    redactions,
    credential: by.credential,
    downgrade: await signDowngrade({ ...claims, ...changes }, redactions, by.key),
  })
  const verify = (one: DowngradeRecord, documents = [released]) =>
    verifyDowngrade(one, documents, { entry: net.xa.entry, at: NOW })

  it('tells who decided, when, by what authority, and who signed it', async () => {
    const { payload, credential } = await verify(await record(), ['f'.repeat(64), released])
    expect(payload).to.deep.include({
      by: 'Head of Service',
      decided: '2026-02-27',
      to: 'RESTRICTED',
    })
    expect(credential.payload.officer).to.equal(net.drafter.claims.officer)
  })

  it('is refused with another redaction manifest, or one about other documents', async () => {
    const one = await record()
    const fewer = { ...redactions, documents: [{ released, redactions: [] }] }
    expect(await codeOf(() => verify({ ...one, redactions: fewer }))).to.equal(
      'downgrade/redactions',
    )
    const other = { ...redactions, documents: [{ released: 'b'.repeat(64), redactions: [] }] }
    const strange = { ...one, redactions: other }
    const downgrade = await signDowngrade(claims, other, net.drafter.key)
    expect(await codeOf(() => verify({ ...strange, downgrade }))).to.equal('downgrade/redactions')
  })

  it('is refused where what it releases is not what came', async () => {
    expect(await codeOf(async () => verify(await record(), ['f'.repeat(64)]))).to.equal(
      'downgrade/documents',
    )
  })

  it('is the word of the own authority’s officers who correspond, and of nobody else', async () => {
    const foreign = await record({ authority: net.xb.id })
    expect(await codeOf(() => verify(foreign))).to.equal('downgrade/statement')
    const stolen = { ...(await record()), credential: net.approver.credential }
    expect(await codeOf(() => verify(stolen))).to.match(/^statement\//)
    const theirs = await record({}, net.registrar)
    expect(await codeOf(() => verify(theirs))).to.match(/^directory\//)
  })

  it('names each released document once, and holds a day that exists', async () => {
    const [document] = claims.documents
    if (document === undefined) throw new TypeError('there is one')
    expect(await codeOf(() => record({ documents: [document, document] }))).to.equal(
      'downgrade/statement',
    )
    expect(await codeOf(() => record({ decided: '2026-02-30' }))).to.equal('downgrade/statement')
    expect(await codeOf(() => record({ documents: [] }))).to.equal('downgrade/statement')
  })
})
