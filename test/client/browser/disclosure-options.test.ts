import { expect } from 'chai'
import { disclosureOptions } from '#client/browser/package/disclosure-options.js'
import { PartId } from '#crypto/fields/fields.js'

const part = PartId.parse('01a223db-b711-7f56-9681-4ca1485bccd4')
const UNDISCLOSED = { isWhole: false, parts: [], translations: [] }

describe('what of a package its proof discloses', () => {
  it('is nothing unless it is asked for', () => {
    expect(disclosureOptions(UNDISCLOSED)).to.deep.equal({
      discloseManifest: false,
      discloseParts: [],
      translations: [],
    })
  })
  it('is single documents, without the manifest', () => {
    const options = disclosureOptions({ ...UNDISCLOSED, parts: [part] })
    expect(options.discloseManifest).to.equal(false)
    expect(options.discloseParts).to.deep.equal([part])
  })
  it('is the manifest alone where all is disclosed', () => {
    const options = disclosureOptions({ ...UNDISCLOSED, isWhole: true, parts: [part] })
    expect(options.discloseManifest).to.equal(true)
    expect(options.discloseParts).to.deep.equal([])
  })
})
