import { expect } from 'chai'
import fc from 'fast-check'
import { fromBase64Url, toHex } from '#crypto/bytes/bytes.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import { Header } from '#crypto/package/header.js'
import { openPackage } from '#crypto/package/open-package.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { sampleDraft, samplePackage, samplePart } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

// Integers beyond 2^53 have no one meaning in JSON and are refused (I-JSON).
const scalars = [
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.integer(),
  fc.float({ min: -1, max: 1, noNaN: true }),
]
const anyForm = fc.object({
  key: fc.string({ maxLength: 20 }).filter((name) => name !== '__proto__'),
  values: scalars,
  maxDepth: 3,
})

describe('sealing a package', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const seal = (changes: Partial<Parameters<typeof sealPackage>[0]>) =>
    sealPackage({
      draft: sampleDraft(),
      sender: { entry: w.xa.entry },
      recipients: [{ entry: w.xb.entry }],
      parts: [],
      key: w.drafter.key,
      at: NOW,
      ...changes,
    })

  it('shows the relay nothing of names, template or form', async () => {
    const { header } = await samplePackage({ form: { suspect: 'Jane Roe' } })
    const text = JSON.stringify((await readStatement(header)).payload)
    for (const secret of ['Jane Roe', 'mla-request', 'summons', 'Ana']) {
      expect(text).to.not.include(secret)
    }
  })

  it('seals to the recipients in order, then to the sender', async () => {
    const recipients = [{ entry: w.xc.entry }, { entry: w.xb.entry }]
    const { envelope } = await seal({ recipients })
    expect(recipientsOf(envelope)).to.deep.equal(
      [w.xc, w.xb, w.xa].map(({ openingKey }) => openingKey.kid),
    )
  })

  it('commits to the manifest with a salt of its own', async () => {
    const one = Header.parse((await readStatement((await seal({})).header)).payload)
    const two = Header.parse((await readStatement((await seal({})).header)).payload)
    expect(one.manifest).to.not.equal(two.manifest)
  })

  it('opens to the same, whatever the form', () =>
    fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        const plain = JSON.parse(JSON.stringify(form)) as Record<string, never>
        const sealed = await seal({ draft: sampleDraft({ form: plain }) })
        const { manifest } = await openPackage({
          ...sealed,
          credential: w.drafter.credential,
          senderEntry: { ...w.xa.entry, payload: { ...w.xa.claims, policy: { approvals: 0 } } },
          own: { authority: w.xb.id, keys: [w.xb.openingKey] },
          at: NOW,
        })
        expect(manifest.payload.form).to.deep.equal(plain)
      }),
      { numRuns: 30 },
    ))

  it('opens no more when any bit of header, credential or envelope is turned', async () => {
    const sealed = await samplePackage()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('header' as const, 'credential' as const, 'envelope' as const),
        fc.nat(),
        async (member, bit) => {
          const changed = { ...sealed, [member]: flipText(sealed[member], bit) }
          const code = await codeOf(() => openPackage(changed))
          expect(code).to.match(/^(statement|directory|keys|envelope|package)\//)
        },
      ),
      { numRuns: 120 },
    )
  })

  it('is refused for nobody, for one twice, for the sender itself', async () => {
    const [xa, xb] = [{ entry: w.xa.entry }, { entry: w.xb.entry }]
    expect(await codeOf(() => seal({ recipients: [] }))).to.equal('package/manifest')
    expect(await codeOf(() => seal({ recipients: [xb, xb] }))).to.equal('package/manifest')
    expect(await codeOf(() => seal({ recipients: [xa] }))).to.equal('package/manifest')
  })

  it('is refused when it expires before it was made, or before it may be delivered', async () => {
    const expiring = (notBefore: Date | null, expires: Date) =>
      codeOf(() => seal({ draft: sampleDraft({ notBefore, expires }) }))
    expect(await expiring(null, NOW)).to.equal('package/header')
    expect(await expiring(after(NOW, 60), after(NOW, 60))).to.equal('package/header')
    expect(await expiring(after(NOW, 60), after(NOW, 61))).to.equal('nothing was refused')
  })

  it('is refused to an entry without a key in force', async () => {
    expect(await codeOf(() => seal({ at: after(END, 1) }))).to.equal('directory/key')
  })

  it('is refused for a part named twice, or of a length that was never sealed', async () => {
    const part = await samplePart('document')
    const { sealed } = part
    const longer = { ...part, sealed: { ...sealed, length: sealed.length + 1 } }
    expect(await codeOf(() => seal({ parts: [part, part] }))).to.equal('package/manifest')
    expect(await codeOf(() => seal({ parts: [longer] }))).to.equal('package/part')
  })
})

describe('the commitment to a manifest', () => {
  it('is the HMAC-SHA-256 that OpenSSL makes', async () => {
    // printf 'aa%.0s' $(seq 32) | xxd -r -p |
    //   openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '0b%.0s' $(seq 32))
    const salt = 'CwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCws'
    expect(toHex(fromBase64Url(salt))).to.equal('0b'.repeat(32))
    expect(await commitManifest(salt, 'aa'.repeat(32))).to.equal(
      '8cf828dbc6ee0a67c0163a8e4be29a556ca8c66ecac330213fda9094a19e020a',
    )
  })
})
