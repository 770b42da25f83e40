import { expect } from 'chai'
import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import { openPackage } from '#crypto/package/open-package.js'
import { openResealed, type ResealedInput } from '#crypto/resealing/open-resealed.js'
import { readResealedContent, sealResealedContent } from '#crypto/resealing/resealed-content.js'
import type { Resealing } from '#crypto/resealing/resealing.js'
import { signResealing } from '#crypto/resealing/sign-resealing.js'
import { verifyResealing } from '#crypto/resealing/verify-resealing.js'
import { newPartKey } from '#crypto/stream/segment-cipher.js'
import { codeOf } from '#test/support/code-of.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

describe('a resealing', () => {
  let w: World
  let sealed: Awaited<ReturnType<typeof samplePackage>>
  let header: Awaited<ReturnType<typeof openPackage>>['header']
  before(async () => {
    w = await world()
    sealed = await samplePackage()
    ;({ header } = await openPackage(sealed))
  })
  const claims = (changes: Partial<Resealing> = {}): Resealing => ({
    package: sealed.draft.package,
    header: header.digest,
    authority: w.xb.id,
    version: 1,
    kid: w.xb.openingKey.kid,
    envelope: { length: 1, digest: 'e'.repeat(64) },
    parts: header.payload.parts.map(({ part, length, digest }, i) => ({
      part,
      length,
      replaced: digest,
      digest: String(i).repeat(64),
    })),
    declared: NOW.toISOString(),
    ...changes,
  })
  const refusal = async (changes: Partial<Resealing>, officer = w.registrar, entry = w.xb.entry) =>
    codeOf(async () => {
      const statement = await signResealing(claims(changes), officer.key)
      const { credential } = officer
      return verifyResealing(statement, { header, credential, entry, at: NOW })
    })

  it('is the word of an officer of a party', async () => {
    expect(await refusal({})).to.equal('nothing was refused')
    const { drafter, xa } = w
    expect(await refusal({ authority: xa.id }, drafter, xa.entry)).to.equal('nothing was refused')
  })

  it('is refused from others, about others, or of other parts', async () => {
    const { xa, xb, xc, drafter } = w
    expect(await refusal({}, drafter, xa.entry)).to.equal('resealing/statement')
    const cyril = await xc.officer('Cyril', ['case'])
    expect(await refusal({ authority: xc.id }, cyril, xc.entry)).to.equal('resealing/statement')
    const clerk = await xb.officer('Lena Legal', ['legal'])
    expect(await refusal({}, clerk)).to.equal('directory/role')
    const { parts } = claims()
    const others: Partial<Resealing>[] = [
      { header: '0'.repeat(64) },
      { package: (await samplePackage()).draft.package },
      { parts: parts.slice(1) },
      { parts: parts.toReversed() },
    ]
    for (const changes of others) expect(await refusal(changes)).to.equal('resealing/statement')
  })

  it('is refused from a key that had ended', async () => {
    const statement = await signResealing(claims(), w.registrar.key)
    const { credential } = w.registrar
    const at = after(END, 1)
    const by = { header, credential, entry: w.xb.entry, at }
    expect(await codeOf(() => verifyResealing(statement, by))).to.match(/^directory\//)
  })

  it('is never signed of a part twice, of one that stays as it was, or of no version', async () => {
    const { parts } = claims()
    const same = parts.map((part) => ({ ...part, digest: part.replaced }))
    const wrong: Partial<Resealing>[] = [
      { parts: [...parts, ...parts] },
      { parts: same },
      { version: 0 },
      { kid: 'mine' },
      { ...({ note: 'hello' } as object) },
    ]
    for (const changes of wrong) {
      expect(await codeOf(() => signResealing(claims(changes), w.registrar.key))).to.equal(
        'resealing/statement',
      )
    }
  })

  describe('opened', () => {
    const contentOf = (manifest = sealed.manifest) => ({
      manifest,
      keys: header.payload.parts.map(({ part }) => ({ part, key: toBase64Url(newPartKey()) })),
    })
    const inputOf = async (
      envelope: string,
      changes: Partial<Resealing> = {},
    ): Promise<ResealedInput> => ({
      ...sealed,
      envelope,
      resealing: {
        payload: claims({
          envelope: { length: toUtf8(envelope).length, digest: await digestOf(envelope) },
          ...changes,
        }),
      },
    })
    const openingOf = (envelope: string, changes: Partial<Resealing> = {}) =>
      codeOf(async () => openResealed(await inputOf(envelope, changes)))

    it('is what was sent, with keys of its own, whoever has the old key or not', async () => {
      const key = await generateOpeningKey('x25519')
      const content = contentOf()
      const input = await inputOf(await sealResealedContent(content, key))
      const own = { ...sealed.own, keys: [key] }
      const opened = await openResealed({ ...input, own })
      expect(opened.manifest).to.deep.equal((await openPackage(sealed)).manifest)
      expect([...opened.keys]).to.deep.equal(content.keys.map(({ part, key: one }) => [part, one]))
      expect(opened.approvals).to.have.length(1)
      expect(await codeOf(() => openPackage({ ...sealed, own }))).to.equal('package/recipient')
    })

    it('is refused when it is another’s, or another envelope', async () => {
      const envelope = await sealResealedContent(contentOf(), w.xb.openingKey)
      expect(await openingOf(envelope)).to.equal('nothing was refused')
      expect(await openingOf(envelope, { authority: w.xa.id })).to.equal('resealing/statement')
      expect(await openingOf(envelope, { header: '0'.repeat(64) })).to.equal('resealing/statement')
      const other = { length: toUtf8(envelope).length, digest: '0'.repeat(64) }
      expect(await openingOf(envelope, { envelope: other })).to.equal('package/envelope')
      const sealedToOther = await sealResealedContent(contentOf(), w.xc.openingKey)
      expect(await openingOf(sealedToOther)).to.equal('package/recipient')
    })

    it('is refused with the manifest of another package, or of another signer', async () => {
      const other = await samplePackage()
      const envelope = await sealResealedContent(contentOf(other.manifest), w.xb.openingKey)
      expect(await openingOf(envelope)).to.equal('package/mismatch')
    })

    it('is refused without a key for each part, in their order', async () => {
      const { manifest, keys } = contentOf()
      for (const some of [keys.slice(1), keys.toReversed()]) {
        const envelope = await sealResealedContent({ manifest, keys: some }, w.xb.openingKey)
        expect(await openingOf(envelope)).to.equal('resealing/content')
      }
    })

    it('is refused with something else in the envelope', async () => {
      for (const text of [sealed.manifest, '{}', '{"format":"rogatory-resealed"}']) {
        expect(await codeOf(() => readResealedContent(text))).to.equal('resealing/content')
        const envelope = await sealEnvelope(toUtf8(text), [w.xb.openingKey])
        expect(await openingOf(envelope)).to.equal('resealing/content')
      }
      const doubled = contentOf()
      const keys = [...doubled.keys, ...doubled.keys]
      expect(
        await codeOf(() => sealResealedContent({ ...doubled, keys }, w.xb.openingKey)),
      ).to.equal('resealing/content')
    })

    it('is refused where the own authority is no recipient, or stands by no such entry', async () => {
      const envelope = await sealResealedContent(contentOf(), w.xb.openingKey)
      const input = await inputOf(envelope)
      const own = { ...sealed.own, entries: [w.xc.entry] }
      expect(await codeOf(() => openResealed({ ...input, own }))).to.equal('package/recipient')
      const theirs = await inputOf(envelope, { authority: w.xc.id })
      const stranger = { ...sealed.own, authority: w.xc.id }
      expect(await codeOf(() => openResealed({ ...theirs, own: stranger }))).to.equal(
        'package/recipient',
      )
    })
  })
})
