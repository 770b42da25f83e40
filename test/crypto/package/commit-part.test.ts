import { expect } from 'chai'
import { fromBase64Url, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { commitPart, disclosePart, requireCommitted } from '#crypto/package/commit-part.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import { openPackage } from '#crypto/package/open-package.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { sealLies } from './hostile-sender.js'

async function sample() {
  const sealed = await samplePackage()
  const header = Header.parse((await readStatement(sealed.header)).payload)
  const { parts } = Manifest.parse((await readStatement(sealed.manifest)).payload)
  const [first, second] = parts
  if (!first || !second) throw new TypeError('the sample has two parts')
  return { header, first, second }
}

describe('the commitment to one part', () => {
  it('is HMAC-SHA-256 over the digest of canonical JSON, as the protocol says', async () => {
    const { first, header } = await sample()
    const { digest, length, mark, mediaType, name, part, role, salt } = first
    // Members in the order of RFC 8785.
    const json = JSON.stringify({ digest, length, mark, mediaType, name, part, role })
    const { subtle } = crypto
    const hmac = { name: 'HMAC', hash: 'SHA-256' }
    const key = await subtle.importKey('raw', fromBase64Url(salt), hmac, false, ['sign'])
    const mac = await subtle.sign(hmac, key, await subtle.digest('SHA-256', toUtf8(json)))
    const expected = toHex(new Uint8Array(mac))
    expect(await commitPart(first)).to.equal(expected)
    expect(header.parts[0]?.commitment).to.equal(expected)
  })

  it('holds for what is disclosed, which has no key in it', async () => {
    const { first, second, header } = await sample()
    for (const part of [first, second]) {
      const disclosed = disclosePart(part)
      expect(disclosed).to.not.have.property('key')
      await requireCommitted(disclosed, header)
    }
    expect(first.salt, 'one salt tells nothing of another part').to.not.equal(second.salt)
  })

  it('fails for any other word, another salt, and another part', async () => {
    const { first, second, header } = await sample()
    const disclosed = disclosePart(first)
    const changes = [
      { name: 'other.pdf' },
      { mediaType: 'text/plain' },
      { length: first.length + 1 },
      { digest: second.digest },
      { role: 'translation' as const },
      { mark: { tlp: null, classification: 'SECRET' } },
      { salt: second.salt },
      { part: second.part },
    ]
    for (const change of changes) {
      const told = { ...disclosed, ...change }
      const code = await codeOf(() => requireCommitted(told, header))
      expect(code, JSON.stringify(change)).to.equal('package/commitment')
    }
    const none = { ...header, parts: [] }
    expect(await codeOf(() => requireCommitted(disclosed, none))).to.equal('package/commitment')
  })

  it('is checked by every recipient: a sender cannot commit to one document and send another', async () => {
    const lie = await sealLies({
      header: ({ parts }) => ({
        parts: parts.map((part) => ({ ...part, commitment: '0'.repeat(64) })),
      }),
    })
    expect(await codeOf(() => openPackage(lie))).to.equal('package/commitment')
  })
})
