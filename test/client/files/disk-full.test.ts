import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { exitCodeOf, EXIT } from '#client/cli/exit-codes.js'
import { diskOutgoing } from '#client/files/disk-outgoing.js'
import { diskSink } from '#client/files/disk-sink.js'
import { writeDurably } from '#client/files/write-durably.js'
import type { DocumentSink } from '#client/core/ports.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { octetsOf } from '#test/support/octets.js'
import { rejection } from '#test/support/rejection.js'
import { smallDisk } from '#test/support/small-disk.js'

describe('files on a full disk', () => {
  const disk = smallDisk()
  const octets = octetsOf(3_000_000)

  async function fill(sink: DocumentSink): Promise<void> {
    for (let from = 0; from < octets.length; from += 300_000) {
      await sink.write(Uint8Array.from(octets.subarray(from, from + 300_000)))
    }
    await sink.commit()
  }
  const expectNoRoom = (error: unknown) => {
    expect(error).to.include({ name: 'ClientError', code: 'file-unwritable' })
    expect(error)
      .to.have.property('message')
      .that.matches(/no room on the disk/)
    expect(error).to.have.nested.property('cause.code', 'ENOSPC')
    expect(exitCodeOf(error)).to.equal(EXIT.usage)
  }

  it('are given up whole, and written when there is room again', async () => {
    const sink = await diskSink(join(disk.path, 'a.pdf'))
    expectNoRoom(await rejection(fill(sink)))
    expectNoRoom(await rejection(sink.commit()))
    await sink.discard()
    expect(await readdir(disk.path)).to.deep.equal([])
    disk.grow()
    await fill(await diskSink(join(disk.path, 'a.pdf')))
    expect((await readFile(join(disk.path, 'a.pdf'))).equals(octets)).to.equal(true)
  })

  it('keep what they held before', async () => {
    const profile = join(disk.path, 'profile.json')
    await writeDurably(profile, 'old')
    expectNoRoom(await rejection(writeDurably(profile, octets)))
    expect(await readdir(disk.path)).to.deep.equal(['profile.json'])
    expect(await readFile(profile, 'utf8')).to.equal('old')
  })

  it('do not make a package wait whose sealing has failed', async () => {
    const outgoing = diskOutgoing(join(disk.path, 'outgoing'))
    await mkdir(join(disk.path, 'outgoing'))
    const [pkg, part] = [uuidV7(new Date()), uuidV7(new Date())]
    const sink = await outgoing.createPart(pkg, part)
    expectNoRoom(await rejection(fill(sink)))
    await sink.discard()
    expect(await outgoing.waiting()).to.deep.equal([])
  })
})
