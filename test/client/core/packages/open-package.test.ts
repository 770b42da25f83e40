import { expect } from 'chai'
import { readPackage } from '#client/core/packages/open-package.js'
import type { Session } from '#client/core/session/session.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { Evidence, type PackageEvidence } from '#crypto/evidence/evidence.js'
import { CaseId, type PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { signHeader } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem, PackageRecord } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { type Change, changeInTransit } from '#test/support/client/change-in-transit.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { flipText } from '#test/support/flip-text.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('opening a package', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
  })
  const lie = (change: (record: PackageRecord) => unknown) => {
    net.lies.answers.readPackage = change
  }
  const refusal = (session: Session = net.berta) => codeOf(() => readPackage(session, id))
  const inTransit = (change: Change) => changeInTransit(net, change)
  /** Evidence as the relay would sign it, if it wanted to. */
  async function resigned({ statement, index }: EvidenceItem, changes: Partial<PackageEvidence>) {
    const payload = Evidence.parse((await readStatement(statement)).payload)
    const lied = { ...payload, ...changes } as PackageEvidence
    const signed = await issueEvidence(lied, net.relay.relay.evidenceKey)
    return { statement: signed, digest: await digestOf(signed), index }
  }

  it('gives recipient and sender what was sent, and who signed it', async () => {
    for (const session of [net.berta, net.ana]) {
      const { manifest, record, opened } = await readPackage(session, id)
      expect(manifest.form).to.deep.equal({ purpose: 'Service of a summons' })
      expect(manifest.parts.map(({ name }) => name)).to.deep.equal(['summons.pdf', 'annex.pdf'])
      expect(record.submitted).to.equal(NOW.toISOString())
      expect(opened.credential.payload.name).to.equal('Ana Drafter')
      expect(opened.approvals).to.have.length(1)
    }
  })

  it('refuses another envelope, a damaged one and none', async () => {
    const other = await net.sent()
    const envelope = (await net.relay.packages.find(other))?.envelope ?? ''
    inTransit(() => Buffer.from(envelope))
    expect(await refusal()).to.equal('package/envelope')
    inTransit((octets) => flipBit(octets, 800))
    expect(await refusal()).to.equal('package/envelope')
    inTransit(() => Buffer.from([0xff, 0xfe]))
    expect(await refusal()).to.equal('package/envelope')
    inTransit(() => undefined)
    expect(await refusal()).to.equal('package/envelope')
    inTransit(() => Buffer.alloc(5 * 1024 * 1024, 'x'))
    expect(await refusal()).to.equal('relay-answer')
  })

  it('refuses a header that disagrees with its manifest, though the officer signed both', async () => {
    const { drafter } = net.relay
    const resign = async (changes: Partial<Header>) => {
      const stored = net.relay.state.packages[0]
      const header = Header.parse((await readStatement(stored?.header ?? '')).payload)
      const signed = await signHeader({ ...header, ...changes }, drafter.key)
      const digest = await digestOf(signed)
      lie(async ({ evidence, ...record }) => ({
        ...record,
        header: signed,
        approvals: await approvalsOf(signed),
        evidence: await relinked(evidence, digest),
      }))
    }
    const approvalsOf = (header: string) => net.draftOf().approve?.(header)
    const relinked = async (items: readonly EvidenceItem[], header: string) => {
      const links: EvidenceItem[] = []
      for (const item of items) {
        links.push(await resigned(item, { header, previous: links.at(-1)?.digest ?? null }))
      }
      return links
    }
    const { record } = await readPackage(net.ana, id)
    await resign({})
    expect(await refusal()).to.equal('nothing was refused')
    await resign({ parts: [...record.header.payload.parts].reverse() })
    expect(await refusal()).to.equal('package/mismatch')
    await resign({ case: CaseId.parse(id) })
    expect(await refusal()).to.equal('package/mismatch')
    await resign({ manifest: '0'.repeat(64) })
    expect(await refusal()).to.equal('package/commitment')
  })

  it('refuses another package than the one asked for, and packages of others', async () => {
    const other = await net.sent()
    const shown = await net.berta.relay.call('readPackage', { params: { package: other } })
    lie(() => shown)
    expect(await refusal()).to.equal('evidence-untrusted')
    net.lies.answers = {}
    const stranger = await net.relay.xc.officer('Cem Clerk', ['case'])
    const session = { ...(await net.session(stranger, net.relay.xc)), relay: net.berta.relay }
    expect(await refusal(session)).to.equal('evidence-untrusted')
  })

  it('refuses statements that are forged, truncated, swapped or by somebody else', async () => {
    lie((record) => ({ ...record, header: flipText(record.header, 7 * 900) }))
    expect(await refusal()).to.match(/^(statement|package|evidence-untrusted)/)
    lie((record) => ({ ...record, header: record.header.slice(0, -20) }))
    expect(await refusal()).to.match(/^(statement|evidence-untrusted)/)
    lie((record) => ({ ...record, header: record.credential }))
    expect(await refusal()).to.equal('package/header')
    lie((record) => ({ ...record, credential: net.relay.registrar.credential }))
    expect(await refusal()).to.match(/^directory\//)
    lie((record) => ({ ...record, credential: net.relay.approver.credential }))
    expect(await refusal()).to.match(/^(directory|statement)\//)
    lie((record) => ({ ...record, approvals: [] }))
    expect(await refusal()).to.equal('package/approvals')
  })

  it('refuses evidence that is missing, repeated, out of order, of others or of another time', async () => {
    const cases: readonly [Session, string, (items: EvidenceItem[]) => unknown][] = [
      [net.berta, 'evidence-untrusted', () => []],
      [net.berta, 'evidence-untrusted', ([a, b]) => [b, a]],
      [net.berta, 'evidence-untrusted', ([a, b]) => [a, a, b]],
      [net.ana, 'evidence/chain', ([, b]) => [b]],
      [net.ana, 'evidence/chain', ([a, b]) => [b, a]],
      [net.ana, 'evidence/chain', ([a, b]) => [a, b, b]],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => [a, b && (await resigned(b, { recipient: net.relay.xc.id }))],
      ],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => [a, b && (await resigned(b, { previous: '0'.repeat(64) }))],
      ],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => {
          const later = a && (await resigned(a, { time: after(NOW, 5).toISOString() }))
          return [later, b && (await resigned(b, { previous: later?.digest ?? null }))]
        },
      ],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => [
          a,
          b && (await resigned(b, { submitted: after(NOW, -9).toISOString() })),
        ],
      ],
      [net.ana, 'evidence/chain', async ([a, b]) => [a, b && (await resigned(b, { code: 'E.1' }))]],
    ]
    for (const [position, [session, code, change]] of cases.entries()) {
      lie(async ({ evidence, ...record }) => ({ ...record, evidence: await change(evidence) }))
      expect(await refusal(session), `case ${position}`).to.equal(code)
    }
  })

  it('does not open with a vault that is not its authority’s', async () => {
    const stranger = await net.session(
      await net.relay.xb.officer('Boris New', ['registrar']),
      net.relay.xb,
    )
    expect(await refusal(stranger)).to.equal('vault-closed')
  })
})
