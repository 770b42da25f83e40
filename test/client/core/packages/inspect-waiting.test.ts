import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { inspectWaiting } from '#client/core/packages/inspect-waiting.js'
import { PackageId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'

describe('what waits to be delivered', () => {
  it('is known by its recipient and by what it is', async () => {
    const net = await constellation()
    const draft = net.draftOf()
    const id = await composePackage(net.ana, draft)
    const { header, manifest } = await inspectWaiting(net.ana, id)
    expect(header.recipients.map(({ authority }) => authority)).to.deep.equal(draft.to)
    expect(manifest?.template).to.deep.equal(draft.template)
    expect(manifest?.form).to.deep.equal(draft.form)
  })

  it('is known by its recipient where it does not open', async () => {
    const net = await constellation()
    const id = await composePackage(net.ana, net.draftOf())
    const vaultKeys = () => Promise.reject(new Error('the relay is away'))
    const { header, manifest } = await inspectWaiting({ ...net.ana, vaultKeys }, id)
    expect(header.recipients).to.have.length(1)
    expect(manifest).to.equal(undefined)
  })

  it('is told apart from what does not wait', async () => {
    const { ana } = await constellation()
    const id = PackageId.parse(uuidV7(new Date()))
    expect(await codeOf(() => inspectWaiting(ana, id))).to.equal('package-unsent')
  })
})
