import { expect } from 'chai'
import { FOLDER_FILES, resealFolder } from '#client/browser/authority/reseal-folder.js'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { codeOf } from '#test/support/code-of.js'

const BEFORE = 'lantern orchard gravel nine'
const NEXT = 'thimble harbour quartz seven'

describe('another passphrase for the files of an authority', function () {
  this.timeout(300_000)

  it('seals all of them anew, or none', async () => {
    const { content } = await createOfficerKeys(AuthorityId.parse('xa.moj'), 'x25519')
    const sealed = await sealKeystore(content, BEFORE)
    const file = new File([sealed], 'operational.keystore')
    const [resealed] = await resealFolder([file], BEFORE, NEXT)
    expect(resealed?.name).to.equal('operational.keystore')
    expect(await openKeystore(new TextDecoder().decode(resealed?.octets), NEXT)).to.deep.equal(
      content,
    )
    const other = new File(['{}'], 'operational.next.keystore')
    expect(await codeOf(() => resealFolder([file, other], BEFORE, NEXT))).to.equal(
      'keystore/malformed',
    )
    expect(await codeOf(() => resealFolder([file], NEXT, BEFORE))).to.equal('keystore/passphrase')
  })

  it('is for those files alone, and by the rule for new passphrases', async () => {
    expect(FOLDER_FILES).not.to.include('officer.keystore')
    const officer = new File(['{}'], 'officer.keystore')
    expect(await codeOf(() => resealFolder([officer], BEFORE, NEXT))).to.equal('usage')
    expect(await codeOf(() => resealFolder([], BEFORE, 'too short'))).to.equal(
      'keystore-passphrase',
    )
  })
})
