import { expect } from 'chai'
import { audit, type AuditFilter } from '#client/core/operations/audit.js'
import { placeHold } from '#client/core/retention/legal-holds.js'
import { setRetention } from '#client/core/retention/set-retention.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import type { AuditPage as Shown } from '#server/contract/endpoints/operations-endpoints.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import { after, NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

describe('the audit, as the operator sees it', () => {
  let net: Constellation
  let trust: TrustList
  beforeEach(async () => {
    net = await constellation()
    const key = await noteKey('relay.example/log', 'note', (await world()).relay.logKey)
    trust = { ...net.ana.trust, logs: [formatVerifierKey(key)] }
  })
  const operator = (key = net.relay.operatorKey) => ({
    key,
    trust,
    relay: { id: net.relay.identity.id, origin: 'https://relay.example' },
  })
  const ask = (filter: AuditFilter = {}, from?: string, key = net.relay.operatorKey) =>
    audit(
      { operator: operator(key), relay: net.ana.relay, platform: net.ana.platform },
      filter,
      from,
    )
  const lie = (change: (shown: Shown) => Shown) => {
    net.lies.answers.readAudit = change
  }
  const declared = () => net.relay.clock.now().toISOString()
  async function suspension() {
    const said = { authority: net.relay.xb.id, since: declared(), declared: declared() }
    return signSuspension(
      { ...said, standing: 'suspended', reason: 'Fees.' },
      net.relay.operatorKey,
    )
  }

  it('tells who stated what about whom, with its proved place in the log', async () => {
    const { relay } = net.ana
    const { drafter, xa, xb, operatorKey, identity } = net.relay
    net.relay.setClock(after(NOW, 60))
    await net.relay.publishSuspension({ suspension: await suspension() })
    await setRetention(operator(), relay, { routine: 30 }, net.relay.clock.now())
    const scope = { of: 'authority', authority: xb.id } as const
    await placeHold(operator(), relay, { hold: 'court-1', scope, reason: 'Order' }, after(NOW, 60))
    const gone = { authority: xa.id, kid: drafter.claims.kid, since: declared() }
    await net.relay.publishRevocation({
      revocation: await signRevocation(
        { ...gone, reason: 'left', declared: declared() },
        xa.credentialsKey,
      ),
    })
    const before = await ask()
    expect(before.acts.map(({ leaf }) => leaf)).to.deep.equal(before.acts.map(() => null))
    await net.settle()
    const { acts, doubtful, next } = await ask()
    expect(doubtful).to.deep.equal([])
    expect(next).to.equal(null)
    const of = (code: string) => acts.filter((one) => one.code === code)
    expect(of('X.1')).to.have.length(4)
    expect(of('X.2')).to.have.length(3)
    const [suspended] = of('X.4')
    expect(suspended).to.deep.include({ by: 'operator', about: xb.id, at: declared() })
    expect(suspended?.said).to.deep.include({ kid: operatorKey.kid })
    expect(of('X.3')[0]).to.deep.include({ by: 'authority', about: xa.id })
    expect(of('X.5')[0]).to.deep.include({ by: 'operator', about: identity.id })
    expect(of('X.6')[0]?.said.payload).to.deep.include({ hold: 'court-1', standing: 'placed' })
    for (const { leaf, evidence } of acts) {
      const kept = net.relay.state.acceptances.find(({ digest }) => digest === evidence)
      expect(leaf).to.be.a('number').and.equal(kept?.index)
    }
    const newest = acts.slice(0, 4).map(({ code }) => code)
    expect(newest).to.have.members(['X.3', 'X.4', 'X.5', 'X.6'])
  })

  it('goes on behind a page, and asks for what the filter says', async () => {
    for (let i = 0; i < 22; i++) {
      const { credential } = await net.relay.xa.officer(`Officer ${i}`, ['case'])
      await net.relay.publishCredential({ credential })
    }
    const first = await ask()
    expect(first.acts).to.have.length(25)
    const rest = await ask({}, first.next ?? '')
    expect(rest.acts).to.have.length(4)
    expect(rest.next).to.equal(null)
    const only = await ask({ authority: net.relay.xb.id, code: 'X.2' })
    expect(only.acts.map(({ about, code }) => [about, code])).to.deep.equal([
      [net.relay.xb.id, 'X.2'],
    ])
  })

  it('sets apart what does not verify, and shows the rest', async () => {
    await net.relay.publishSuspension({ suspension: await suspension() })
    const { xb, drafter } = net.relay
    const forged = await signCredential(drafter.claims, xb.credentialsKey)
    lie(({ statements, next }) => {
      const [one, two, three, four, ...others] = statements
      if (!one || !two || !three || !four) throw new Error('too few to lie about')
      return {
        statements: [
          { ...one, statement: forged },
          // Another's evidence.
          { ...two, evidence: three.evidence },
          { ...three, statement: flipText(three.statement, three.statement.length - 20) },
          { ...four, evidence: { ...four.evidence, statement: four.statement } },
          ...others,
        ],
        next,
      }
    })
    const { acts, doubtful } = await ask()
    expect(doubtful).to.have.length(4)
    expect(acts).to.have.length(4)
  })

  it('sets apart what is sound and was not asked for', async () => {
    let whole: Shown | undefined
    lie((shown) => (whole ??= shown))
    await ask()
    for (const filter of [{ code: 'X.5' }, { authority: net.relay.xc.id, code: 'X.2' }] as const) {
      const { acts, doubtful } = await ask(filter)
      expect(acts).to.deep.equal([])
      expect(doubtful.map(({ code }) => code)).to.deep.equal(
        Array.from({ length: 7 }, () => 'evidence-untrusted'),
      )
    }
  })

  it('takes no place in the log that is not proved', async () => {
    await net.settle()
    net.lies.answers.readInclusion = (found: { readonly index: number }) => ({
      ...found,
      index: found.index + 1,
    })
    const { acts, doubtful } = await ask()
    expect(acts).to.deep.equal([])
    expect(new Set(doubtful.map(({ code }) => code))).to.deep.equal(new Set(['directory-unlogged']))
  })

  for (const leavesOut of [false, true]) {
    it(`verifies what an earlier key of the operator signed (${leavesOut ? 'left out' : 'ended'})`, async () => {
      await net.relay.publishSuspension({ suspension: await suspension() })
      net.relay.setClock(after(NOW, 60))
      const key = await rotateOperator(net.relay, net.relay.clock.now(), { leavesOut })
      const { acts, doubtful } = await ask({}, undefined, key)
      expect(doubtful).to.deep.equal([])
      expect(acts.map(({ code }) => code)).to.include('X.4')
      net.relay.setClock(after(NOW, 61))
      expect(await codeOf(ask())).to.equal('statement-invalid')
    })
  }
})
