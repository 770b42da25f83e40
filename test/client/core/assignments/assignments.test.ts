import { expect } from 'chai'
import { assignCase } from '#client/core/assignments/assign-case.js'
import { isMine } from '#client/core/assignments/case-holder.js'
import { caseHolders } from '#client/core/assignments/case-holders.js'
import { caseOf } from '#client/core/assignments/case-of.js'
import { myMailbox } from '#client/core/assignments/my-mailbox.js'
import { listCases } from '#client/core/cases/list-cases.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { ownEnvelope } from '#client/core/session/own-envelope.js'
import { signAssignment } from '#crypto/assignment/assignment-statement.js'
import type { Assignment } from '#crypto/assignment/assignment.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { CaseId, OfficerId, type PackageId } from '#crypto/fields/fields.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'
import { type Officer, officerOf } from '#test/support/world/officers.js'

/** Ana and Axel are colleagues, Berta is of the other authority. */
describe('who of an authority has a case', () => {
  let net: Constellation
  let axel: TestSession
  let colleague: Officer
  let id: CaseId
  let pkg: PackageId
  beforeEach(async () => {
    net = await constellation()
    const { id: xa, credentialsKey } = net.relay.xa
    colleague = await officerOf(xa, credentialsKey, 'Axel Colleague', ['case'])
    await net.relay.publishCredential({ credential: colleague.credential })
    await net.reseal(net.relay.xa, 2, [net.relay.drafter, colleague])
    axel = await net.session(colleague, net.relay.xa)
    id = CaseId.parse(uuidV7(NOW))
    pkg = await net.sent({ case: id })
  })
  const idOf = (session: TestSession) => session.officer.credential.payload.officer
  const holder = async (session: TestSession = net.ana) => (await caseHolders(session)).get(id)
  const forged = async (changes: Partial<Assignment>, key = net.ana.officer.signingKey) => {
    const { authority, credential } = net.ana.officer
    const claims = { case: id, version: 1, authority, officer: idOf(net.ana) }
    const sealed = await ownEnvelope.seal(net.ana, {
      statement: await signAssignment({ ...claims, declared: NOW.toISOString(), ...changes }, key),
      credential: credential.statement,
    })
    await net.ana.relay.call('keepAssignment', {
      params: { case: id },
      body: { version: 1, sealed },
    })
    return holder()
  }

  it('is taken, seen by colleagues, given on, and handed back', async () => {
    expect(await holder()).to.equal(undefined)
    const taken = await assignCase(net.ana, id, idOf(net.ana))
    expect(taken.already).to.equal(false)
    expect(await holder(axel)).to.deep.equal({
      case: id,
      version: 1,
      standing: 'held',
      officer: idOf(net.ana),
      name: 'Ana Drafter',
      by: 'Ana Drafter',
      at: NOW.toISOString(),
      problem: null,
    })
    await assignCase(net.ana, id, idOf(axel))
    const given = await holder(axel)
    expect(given).to.include({ version: 2, name: 'Axel Colleague', by: 'Ana Drafter' })
    expect([isMine(axel, given), isMine(net.ana, given)]).to.deep.equal([true, false])
    const released = await assignCase(axel, id, null)
    expect(released.holder).to.include({ version: 3, standing: 'released', officer: null })
    expect(isMine(axel, released.holder)).to.equal(false)
  })

  it('is not assigned twice to the same, nor handed back where nobody has it', async () => {
    expect(await assignCase(net.ana, id, null)).to.deep.equal({ already: true, holder: undefined })
    await assignCase(net.ana, id, idOf(net.ana))
    const again = await assignCase(axel, id, idOf(net.ana))
    expect(again).to.deep.include({ already: true })
    expect(again.holder?.version).to.equal(1)
  })

  it('is one of two who take it at once; the other is told who', async () => {
    const both = await Promise.allSettled([
      assignCase(net.ana, id, idOf(net.ana)),
      assignCase(axel, id, idOf(axel)),
    ])
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
    expect(refused).to.have.length(1)
    expect(refused[0]).to.include({ code: 'assignment-changed' })
    expect(refused[0]?.message).to.include((await holder())?.name)
    expect((await holder())?.version).to.equal(1)
  })

  it('is not changed by who has not seen the newest', async () => {
    await assignCase(net.ana, id, idOf(net.ana), 0)
    expect(await codeOf(assignCase(axel, id, idOf(axel), 0))).to.equal('assignment-changed')
    await assignCase(axel, id, idOf(axel), 1)
    expect((await holder())?.name).to.equal('Axel Colleague')
  })

  it('is nobody’s business outside: not the relay’s, the other authority’s or a proof’s', async () => {
    await assignCase(net.ana, id, idOf(axel))
    const kept = JSON.stringify(await net.relay.assignments.find(net.relay.xa.id, id))
    expect(kept).to.not.include(idOf(axel)).and.not.include(idOf(net.ana))
    expect(await caseHolders(net.berta)).to.deep.equal(new Map())
    await net.settle()
    const { octets } = await exportProof(net.ana, pkg, { withinMs: 0 })
    const words =
      Buffer.from(octets)
        .toString()
        .match(/[\w-]{16,}/g) ?? []
    const said = words.map((word) => Buffer.from(word, 'base64url').toString())
    expect(said.filter((one) => one.includes('rogatory-header'))).to.have.length(1)
    expect(said.filter((one) => one.includes('rogatory-assignment'))).to.have.length(0)
  })

  it('is nobody once the officer is none any more, and can be given to another', async () => {
    await assignCase(net.ana, id, idOf(axel))
    net.relay.setClock(after(NOW, 60))
    const { authority, kid } = colleague.claims
    const since = after(NOW, 30).toISOString()
    const revocation = await signRevocation(
      { authority, kid, since, reason: 'left', declared: since },
      net.relay.xa.credentialsKey,
    )
    await net.relay.publishRevocation({ revocation })
    const ended = await holder()
    expect(ended).to.include({ standing: 'ended', name: 'Axel Colleague' })
    expect(isMine(axel, ended)).to.equal(false)
    expect(await codeOf(assignCase(net.ana, id, idOf(axel)))).to.equal('officer-unknown')
    await assignCase(net.ana, id, idOf(net.ana))
    expect((await holder())?.standing).to.equal('held')
  })

  it('is given to officers of the authority who correspond, and nobody else', async () => {
    const stranger = OfficerId.parse(uuidV7(NOW))
    const { officer: legal } = net.relay.approver.claims
    for (const officer of [stranger, idOf(net.berta), legal]) {
      expect(await codeOf(assignCase(net.ana, id, officer))).to.equal('officer-unknown')
    }
    expect(await holder()).to.equal(undefined)
  })

  for (const [what, changes] of Object.entries({
    'of another case': { case: CaseId.parse(uuidV7(NOW)) },
    'of another version': { version: 2 },
    'of another authority': { authority: 'xb.pgo' as Assignment['authority'] },
  })) {
    it(`is not believed of a statement ${what}, and is assigned anew`, async () => {
      expect(await forged(changes)).to.include({
        standing: 'unreadable',
        problem: 'assignment/statement',
        officer: null,
      })
      await assignCase(axel, id, idOf(axel))
      expect(await holder()).to.include({ standing: 'held', name: 'Axel Colleague', version: 2 })
    })
  }

  it('is not believed of a statement that somebody else signed', async () => {
    const told = await forged({}, net.berta.officer.signingKey)
    expect(told).to.include({ standing: 'unreadable', problem: 'statement/key' })
  })

  it('is not known to whom the vault is closed', async () => {
    await assignCase(net.ana, id, idOf(net.ana))
    await net.reseal(net.relay.xa, 3, [net.relay.drafter])
    const closed = await net.session(colleague, net.relay.xa)
    expect(await holder(closed)).to.include({ standing: 'unreadable', problem: 'vault-closed' })
  })

  it('is asked for by the case, or by a package of it', async () => {
    expect(await caseOf(net.berta, pkg)).to.equal(id)
    expect(await caseOf(net.berta, id)).to.equal(id)
    expect(await codeOf(caseOf(net.berta, 'x'))).to.equal('usage')
    const unknown = CaseId.parse(uuidV7(NOW))
    const refused = await rejection(assignCase(net.ana, unknown, idOf(net.ana)))
    expect(refused).to.include({ code: 'case-unknown' })
  })

  it('picks packages and cases of one’s own', async () => {
    const other = CaseId.parse(uuidV7(NOW))
    await net.sent({ case: other })
    await assignCase(net.berta, id, idOf(net.berta))
    const holders = await caseHolders(net.berta)
    const mine = (one: CaseId) => isMine(net.berta, holders.get(one))
    const { items } = await myMailbox(net.berta, 'inbox', 10, [...holders.keys()].filter(mine))
    expect(items.map((item) => item.package)).to.deep.equal([pkg])
    const cases = await listCases(net.berta, 10, mine)
    expect(cases.map((one) => one.case)).to.deep.equal([id])
    expect(await caseHolders(net.berta, new Set([other]))).to.deep.equal(new Map())
  })
})
