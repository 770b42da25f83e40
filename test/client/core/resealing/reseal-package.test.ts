import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { publishNextEntry } from '#client/core/directory/publish-next-entry.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { listSealed } from '#client/core/resealing/list-sealed.js'
import { resealPackage } from '#client/core/resealing/reseal-package.js'
import { resealedCopy } from '#client/core/resealing/resealed-copy.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { sealVault } from '#crypto/directory/vault.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { UNDER_WAY_MS } from '#server/domain/resealing/is-replaced-due.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('sealing a copy anew', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
  })

  /** Xbland seals to a new key from now on; the vault has these keys and no other. */
  async function rotate(vault: (next: OpeningKey) => readonly OpeningKey[]): Promise<OpeningKey> {
    const key = await generateOpeningKey('x25519', { extractable: true })
    const { identity, id: authority } = net.relay.xb
    const keys = [{ purpose: 'envelopes' as const, key }]
    await publishNextEntry(net.berta, identity, { keys, overlapMs: 0 })
    await keep(vault(key), (await net.relay.vaults.current(authority))?.version ?? 0)
    later(61)
    return key
  }
  async function keep(keys: readonly OpeningKey[], version: number) {
    const openingKeys = await Promise.all(keys.map(exportPrivateJwk))
    const vault = await sealVault({ openingKeys }, [net.relay.registrar.openingKey])
    await net.relay.vaults.keep(net.relay.xb.id, version + 1, vault)
  }
  const later = (seconds: number) => {
    net.relay.setClock(after(net.relay.clock.now(), seconds))
  }
  async function documentsOf(session: Constellation['ana']) {
    const folder = memoryFolder()
    await openDocuments(session, await readPackage(session, id), folder.sinkFor)
    return Object.fromEntries([...folder.files].map(([name, octets]) => [name, octets.toString()]))
  }
  const SENT = { 'summons.pdf': 'summons '.repeat(50_000), 'annex.pdf': 'annex' }

  it('opens to what was sent, under the new key alone, when the old one is destroyed', async () => {
    const before = net.relay.xb.openingKey
    const next = await rotate((key) => [before, key])
    const done = await resealPackage(net.berta, id)
    expect(done).to.include({ package: id, version: 1, kid: next.kid, already: false })
    await keep([next], 2)
    later(61)
    expect((await net.berta.vaultKeys()).map(({ kid }) => kid)).to.deep.equal([next.kid])
    const read = await readPackage(net.berta, id)
    expect(read.copy?.version).to.equal(1)
    expect(read.manifest.form).to.deep.equal({ purpose: 'Service of a summons' })
    expect(await documentsOf(net.berta)).to.deep.equal(SENT)
    expect((await acknowledgePackage(net.berta, id)).verified).to.equal(2)
    expect(net.berta.platform.state.open.digesters).to.equal(0)
    expect(net.berta.platform.state.parts.size).to.equal(0)
  })

  it('changes nothing for the other party', async () => {
    await resealPackage(net.berta, id)
    const read = await readPackage(net.ana, id)
    expect(read.copy).to.equal(undefined)
    expect(await documentsOf(net.ana)).to.deep.equal(SENT)
  })

  it('encrypts every part anew, and seals to nobody else', async () => {
    const sent = [...net.sealed.keys()]
    await resealPackage(net.berta, id)
    const fresh = [...net.sealed.keys()].filter((digest) => !sent.includes(digest))
    expect(fresh).to.have.length(2)
    const copy = await resealedCopy(net.berta, id)
    expect(copy?.payload.parts.map(({ digest }) => digest)).to.deep.equal(fresh)
    expect(copy?.payload.parts.map(({ replaced }) => replaced)).to.deep.equal(sent)
    const envelope = await net.relay.resealings.envelope(copy?.digest ?? '')
    expect(recipientsOf(envelope ?? '')).to.deep.equal([net.relay.xb.openingKey.kid])
  })

  it('is done once, and again when that is asked for or the key has changed', async () => {
    expect(await resealPackage(net.berta, id)).to.include({ version: 1, already: false })
    const uploads = net.sealed.size
    expect(await resealPackage(net.berta, id)).to.include({ version: 1, already: true })
    expect(net.sealed.size).to.equal(uploads)
    expect(await resealPackage(net.berta, id, { again: true })).to.include({ version: 2 })
    const before = net.relay.xb.openingKey
    await rotate((key) => [before, key])
    expect(await resealPackage(net.berta, id)).to.include({ version: 3, already: false })
    expect(await documentsOf(net.berta)).to.deep.equal(SENT)
  })

  it('goes on after a crash, whichever effect it was', async () => {
    net.crash.failAt(undefined)
    await resealPackage(net.berta, id)
    const calls = net.crash.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        net.crash.failAt({ call, when })
        await resealPackage(net.berta, id, { again: true }).catch(() => undefined)
        net.crash.failAt(undefined)
        await resealPackage(net.berta, id)
        expect(await documentsOf(net.berta), `effect ${call}, ${when}`).to.deep.equal(SENT)
      }
    }
  }).timeout(120_000)

  it('seals nothing of what is not what was sent', async () => {
    net.lies.downloads = async function* (name, octets) {
      for await (const chunk of octets) {
        if (name === 'downloadPart') chunk.set([1], 0)
        yield chunk
      }
    }
    expect(await codeOf(() => resealPackage(net.berta, id))).to.match(/^(stream|part)/)
    net.lies.downloads = (_name, octets) => octets
    expect(await resealedCopy(net.berta, id)).to.equal(undefined)
  })

  it('believes no evidence of something else, and no copy of another package', async () => {
    const other = await net.sent()
    await resealPackage(net.berta, other)
    const theirs = await net.relay.readResealing({ authority: net.relay.xb.id }, other)
    net.lies.answers.readResealing = () => theirs
    expect(await codeOf(() => resealedCopy(net.berta, id))).to.equal('evidence-untrusted')
    delete net.lies.answers.readResealing
    await resealPackage(net.berta, id)
    net.lies.answers.readResealing = (answer: typeof theirs) => ({
      resealed: answer.resealed && { ...answer.resealed, evidence: theirs.resealed?.evidence },
    })
    expect(await codeOf(() => resealedCopy(net.berta, id))).to.equal('evidence-untrusted')
  })

  it('lets what was sent be deleted when both have done it, and proves the same before and after', async () => {
    await acknowledgePackage(net.berta, id)
    await net.settle()
    const early = await exportProof(net.ana, id, { withinMs: 0, discloseManifest: true })
    await resealPackage(net.berta, id)
    await resealPackage(net.ana, id)
    net.relay.setClock(after(NOW, UNDER_WAY_MS / 1000))
    expect(await net.relay.deleteContents()).to.equal(2)
    net.relay.setClock(NOW)
    expect((await net.relay.packages.find(id))?.envelope).to.equal('')
    for (const session of [net.ana, net.berta]) {
      expect(await documentsOf(session)).to.deep.equal(SENT)
      expect((await resealedCopy(session, id))?.replacedDeletedAt).to.not.equal(null)
    }
    await net.settle()
    const late = await exportProof(net.ana, id, { withinMs: 0, discloseManifest: true })
    expect(late.verdict).to.deep.equal(early.verdict)
    const at = net.ana.platform.now()
    for (const { octets, verdict } of [early, late]) {
      expect(await verifyBundle(parseBundle(octets), net.ana.trust, { at })).to.deep.equal(verdict)
    }
  })

  it('is seen in the list of what each key still opens', async () => {
    const rows = async (session: Constellation['ana']) => {
      const all = []
      for await (const { kids, version } of listSealed(session)) all.push({ kids, version })
      return all
    }
    const { xa, xb } = net.relay
    const both = [xb.openingKey.kid, xa.openingKey.kid]
    expect(await rows(net.berta)).to.deep.equal([{ kids: both, version: 0 }])
    const before = xb.openingKey
    const next = await rotate((key) => [before, key])
    await resealPackage(net.berta, id)
    expect(await rows(net.berta)).to.deep.equal([{ kids: [next.kid], version: 1 }])
    expect(await rows(net.ana)).to.deep.equal([{ kids: both, version: 0 }])
  })
})
