import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import type { OutgoingStore } from '#client/core/ports.js'
import type { Session } from '#client/core/session/session.js'
import { carryPackage } from '#client/files/carry-package.js'
import { diskOutgoing } from '#client/files/disk-outgoing.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

/** The relay of these tests takes octets, and no stream. */
const whole = (store: OutgoingStore): OutgoingStore => ({
  ...store,
  async part(pkg, part) {
    const body = await store.part(pkg, part)
    const octets = await buffer(body.slice(0, body.length, () => undefined) as Readable)
    return { length: octets.length, slice: (start, end) => octets.subarray(start, end) }
  },
})

describe('a sealed package that is carried to the relay by hand', () => {
  const folder = temporaryFolder()
  let net: Constellation
  let id: PackageId
  const at = (name: string) => diskOutgoing(join(folder.path, name))
  const digester = (length: number) => net.ana.platform.digester(length)
  const carry = (from: string, to: string) =>
    carryPackage({ from: at(from), to: at(to) }, id, digester)
  const within = (session: Session, name: string): Session => ({
    ...session,
    platform: { ...session.platform, outgoing: whole(at(name)) },
  })

  beforeEach(async () => {
    net = await constellation()
    id = await composePackage(within(net.ana, 'here'), net.draftOf())
  })

  it('is submitted by a colleague elsewhere, with the evidence that its sender gets as well', async () => {
    await carry('here', 'stick')
    await carry('stick', 'there')
    expect(await at('there').waiting()).to.deep.equal([id])
    const officer = await net.relay.xa.officer('Carl Case', ['case'])
    await net.relay.publishCredential(officer)
    const colleague = await net.session(officer, net.relay.xa)
    const evidence = await deliverPackage(within(colleague, 'there'), id)
    expect(evidence.payload).to.include({ code: 'A.1', package: id })
    expect(await at('there').waiting()).to.deep.equal([])
    // It still waits where it was sealed: there the same word of the relay ends that.
    const again = await deliverPackage(within(net.ana, 'here'), id)
    expect(again.digest).to.equal(evidence.digest)
  })

  it('does not arrive where it was altered or cut on its way', async () => {
    await carry('here', 'stick')
    const inside = join(folder.path, 'stick', id)
    const [sealed = ''] = (await readdir(inside)).filter((name) => name.endsWith('.sealed'))
    const octets = await readFile(join(inside, sealed))
    for (const altered of [
      octets.map((octet, i) => (i === 20 ? octet ^ 1 : octet)),
      octets.subarray(1),
    ]) {
      await writeFile(join(inside, sealed), altered)
      expect(await codeOf(() => carry('stick', 'there'))).to.equal('file-unreadable')
      expect(await at('there').waiting()).to.deep.equal([])
    }
    await carry('here', 'stick')
    await carry('stick', 'there')
    expect(await at('there').waiting()).to.deep.equal([id])
  })

  it('is none where nothing was put', async () => {
    expect(await codeOf(() => carry('empty', 'there'))).to.equal('package-unsent')
  })
})
