import { expect } from 'chai'
import fc from 'fast-check'
import { digestOf } from '#crypto/bytes/sha256.js'
import { compareReceipt } from '#crypto/evidence/compare-receipt.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import { verifyReceipt } from '#crypto/evidence/verify-receipt.js'
import { openPackage, type OpenedPackage } from '#crypto/package/open-package.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { sampleReceipt } from '#test/support/world/sample-receipt.js'
import { type World, world } from '#test/support/world/world.js'

describe('receipts', () => {
  let w: World
  let sealed: Awaited<ReturnType<typeof samplePackage>>
  let opened: OpenedPackage
  before(async () => {
    w = await world()
    sealed = await samplePackage()
    opened = await openPackage(sealed)
  })
  const issue = (changes: Partial<Receipt> = {}, officer: Officer = w.registrar) =>
    issueReceipt({ ...sampleReceipt(opened, w.xb.id), ...changes }, officer.key)
  const verify = (statement: string, at = NOW, officer = w.registrar, entry = w.xb.entry) =>
    verifyReceipt(statement, { header: opened.header, credential: officer.credential, entry, at })
  const codeFor = (...of: Parameters<typeof verify>) => codeOf(() => verify(...of))

  it('lead to an officer of the recipient, and agree with what was sent', async () => {
    const receipt = await verify(await issue())
    expect(receipt.credential.payload.name).to.equal('Berta Registrar')
    expect(compareReceipt(receipt, opened.manifest)).to.deep.equal([])
  })

  it('are refused from anybody else', async () => {
    expect(await codeFor(await issue({}, w.drafter))).to.equal('statement/key')
    const { drafter, xa } = w
    expect(await codeFor(await issue({}, drafter), NOW, drafter, xa.entry)).to.equal(
      'evidence/receipt',
    )
    const own = await issue({ recipient: xa.id }, drafter)
    expect(await codeFor(own, NOW, drafter, xa.entry)).to.equal('evidence/receipt')
  })

  it('are refused from a key that had ended, and from a translator', async () => {
    expect(await codeFor(await issue(), after(END, 1))).to.match(/^directory\//)
    const translator = await w.xb.officer('Timo Translator', ['translator'])
    expect(await codeFor(await issue({}, translator), NOW, translator)).to.equal('directory/role')
  })

  it('are refused for another package, other parts, or parts in another order', async () => {
    const { parts } = sampleReceipt(opened, w.xb.id)
    for (const changes of [
      { header: '0'.repeat(64) },
      { package: (await samplePackage()).draft.package },
      { parts: parts.slice(1) },
      { parts: parts.toReversed() },
    ]) {
      expect(await codeFor(await issue(changes))).to.equal('evidence/receipt')
    }
  })

  it('are refused with any bit turned', async () => {
    const honest = await issue()
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        expect(await codeFor(flipText(honest, bit))).to.match(/^statement\//)
      }),
      { numRuns: 100 },
    )
  })

  it('are never issued that reject without a reason, or name a part twice', async () => {
    const { parts } = sampleReceipt(opened, w.xb.id)
    const rejected: Partial<Receipt> = { outcome: 'rejected' }
    for (const changes of [rejected, { parts: [...parts, ...parts] }]) {
      expect(await codeOf(() => issue(changes))).to.equal('evidence/receipt')
    }
  })

  it('over other content are told from those over what was sent, part by part', async () => {
    const { parts } = sampleReceipt(opened, w.xb.id)
    const [first, second] = parts
    if (!first || !second) throw new Error('the sample has changed')
    const digest = await digestOf('another document')
    const lies = { manifest: digest, parts: [{ ...first, digest }, second] }
    const receipt = await verify(await issue(lies))
    expect(compareReceipt(receipt, opened.manifest)).to.deep.equal([
      { about: 'manifest', stated: digest, own: opened.manifest.digest },
      { about: 'part', part: first.part, stated: digest, own: first.digest },
    ])
    const other = await openPackage(await samplePackage())
    const about = compareReceipt(receipt, other.manifest).map((found) => found.about)
    expect(about).to.deep.equal(['package', 'manifest', 'part', 'part', 'part', 'part'])
  })
})
