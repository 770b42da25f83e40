import { expect } from 'chai'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { resealKeystore } from '#client/core/officers/reseal-keystore.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { codeOf } from '#test/support/code-of.js'

const BEFORE = 'lantern orchard gravel nine'
const NEXT = 'thimble harbour quartz seven'

describe('another passphrase for a keystore', function () {
  this.timeout(300_000)

  it('opens the same keys, and the one before opens it no more', async () => {
    const { content } = await createOfficerKeys(AuthorityId.parse('xa.moj'), 'x25519')
    const file = await sealKeystore(content, BEFORE)
    const resealed = await resealKeystore(file, BEFORE, NEXT)
    expect(await openKeystore(resealed, NEXT)).to.deep.equal(content)
    expect(await codeOf(() => openKeystore(resealed, BEFORE))).to.equal('keystore/passphrase')
  })

  it('is refused for whoever does not know the present one, and by the rule for new ones', async () => {
    const { content } = await createOfficerKeys(AuthorityId.parse('xa.moj'), 'x25519')
    const file = await sealKeystore(content, BEFORE)
    expect(await codeOf(() => resealKeystore(file, NEXT, NEXT))).to.equal('keystore/passphrase')
    expect(await codeOf(() => resealKeystore(file, BEFORE, 'too short'))).to.equal(
      'keystore-passphrase',
    )
    expect(await codeOf(() => resealKeystore('{}', BEFORE, NEXT))).to.equal('keystore/malformed')
  })
})
