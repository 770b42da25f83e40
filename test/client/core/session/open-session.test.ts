import { expect } from 'chai'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { officerVault } from '#client/core/session/officer-vault.js'
import { openSession } from '#client/core/session/open-session.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { PublicJwk } from '#crypto/fields/fields.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { Outage } from '#test/support/fake-ports.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('the session of an officer', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })

  /** A keystore of Xaland with the credential that its authority made for it. */
  async function vouchedFor(): Promise<KeystoreContent & { readonly kid: string }> {
    const { xa, drafter } = net.relay
    const { content, public: keys } = await createOfficerKeys(xa.id, 'x25519')
    const { kid, jwk } = keys.signing
    const claims = { ...drafter.claims, kid, key: PublicJwk.parse(jwk) }
    const sealingKey = PublicJwk.parse(keys.sealing.jwk)
    const credential = await signCredential({ ...claims, sealingKey }, xa.credentialsKey)
    return { ...content, credential, kid }
  }
  const open = ({ authority, signingKey, sealingKey, credential }: KeystoreContent) =>
    openSession({
      profile: { origin: 'https://relay.example', relayId: net.relay.relay.id },
      trust: { ...net.ana.trust, logs: [] },
      keys: { authority, signingKey, sealingKey, credential },
      platform: net.ana.platform,
      relay: () => net.port(net.relay.drafter),
    })

  it('is opened with keys that the authority vouches for', async () => {
    const keys = await vouchedFor()
    const { officer } = await open(keys)
    expect(officer.authority).to.equal('xa.moj')
    expect(officer.signingKey.kid).to.equal(keys.kid)
    expect(officer.credential.payload.kid).to.equal(keys.kid)
  })

  it('is opened with the newest credential of the relay where the keystore has none', async () => {
    const keys = await vouchedFor()
    const bare = { ...keys, credential: null }
    expect(await codeOf(() => open(bare))).to.equal('credential-missing')
    await net.relay.publishCredential({ credential: keys.credential ?? '' })
    expect((await open(bare)).officer.credential.payload.kid).to.equal(keys.kid)
  })

  it('is not opened without a credential, with another’s, or one of another authority', async () => {
    const keys = await vouchedFor()
    const other = await vouchedFor()
    const { registrar } = net.relay
    expect(await codeOf(() => open({ ...keys, credential: null }))).to.equal('credential-missing')
    const swapped = { ...keys, credential: other.credential }
    expect(await codeOf(() => open(swapped))).to.equal('credential-missing')
    const foreign = { ...keys, credential: registrar.credential }
    expect(await codeOf(() => open(foreign))).to.equal('credential-missing')
    const mangled = { ...keys, credential: `${keys.credential ?? ''}x` }
    expect(await codeOf(() => open(mangled))).to.match(/^(directory|statement)\//)
  })

  it('is not opened for a key that was revoked, nor after the credential has ended', async () => {
    const keys = await vouchedFor()
    net.relay.setClock(new Date('2028-06-01T00:00:00.000Z'))
    expect(await codeOf(() => open(keys))).to.match(/^(directory|pki)\//)
    net.relay.setClock(NOW)
    const { xa } = net.relay
    const since = NOW.toISOString()
    const claims = { authority: xa.id, kid: keys.kid, since, declared: since }
    const revocation = await signRevocation({ ...claims, reason: 'left' }, xa.credentialsKey)
    await net.relay.publishCredential({ credential: keys.credential ?? '' })
    await net.relay.publishRevocation({ revocation })
    net.relay.setClock(after(NOW, 60))
    expect(await codeOf(() => open(keys))).to.match(/^directory\//)
  })
})

describe('the vault of an authority', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const asked = () => net.crash.trace.filter((effect) => effect === 'readVault').length

  it('is fetched once for all who ask within a minute', async () => {
    const vaultKeys = () => net.ana.vaultKeys()
    const [[first], [second]] = await Promise.all([vaultKeys(), vaultKeys()])
    expect(first?.kid).to.equal(net.relay.xa.openingKey.kid)
    expect(second).to.equal(first)
    net.relay.setClock(after(NOW, 59))
    await vaultKeys()
    expect(asked()).to.equal(1)
    net.relay.setClock(after(NOW, 60))
    await vaultKeys()
    expect(asked()).to.equal(2)
  })

  it('is asked for again after a failure', async () => {
    net.crash.failAt({ call: 0, when: 'before' })
    expect(await rejection(net.ana.vaultKeys())).to.be.instanceOf(Outage)
    net.crash.failAt(undefined)
    expect(await net.ana.vaultKeys()).to.have.length(1)
  })

  it('says what to do when it is not there, or not open to these keys', async () => {
    const { drafter, approver, xc } = net.relay
    const platform = net.ana.platform
    const closed = officerVault(net.port(drafter), approver.openingKey, platform)
    expect(await codeOf(closed), 'nobody has added this officer').to.equal('vault-closed')
    const judge = await xc.officer('Jo Judge', ['case'])
    const none = officerVault(net.port(judge), judge.openingKey, platform)
    expect(await codeOf(none), 'nobody has stored one').to.equal('vault-closed')
    net.lies.answers.readVault = () => ({ version: 1, vault: 'no vault' })
    const garbled = officerVault(net.port(drafter), drafter.openingKey, platform)
    expect(await codeOf(garbled)).to.equal('vault-closed')
  })
})
