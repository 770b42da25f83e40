import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { diskOpened } from '#client/files/disk-opened.js'
import { diskOutgoing } from '#client/files/disk-outgoing.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { PackageId, PartId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

describe('what waits to be sent, on disk', () => {
  const folder = temporaryFolder()
  const at = (seconds: number) => new Date(1_770_000_000_000 + seconds * 1000)
  const newId = (seconds = 0) => PackageId.parse(uuidV7(at(seconds)))
  const part = PartId.parse(uuidV7(at(0)))
  const root = () => join(folder.path, 'outgoing')
  const store = () => diskOutgoing(root())

  async function keep(id: PackageId) {
    const sink = await store().createPart(id, part)
    await sink.write(new TextEncoder().encode('sealed'))
    await sink.commit()
    await store().keepSubmission(id, `submission of ${id}`)
  }

  it('gives back what was kept, any slice of it, oldest package first', async () => {
    const [second, first] = [newId(2), newId(1)]
    await keep(second)
    await keep(first)
    expect(await store().waiting()).to.deep.equal([first, second])
    expect(await store().submission(first)).to.equal(`submission of ${first}`)
    const body = await store().part(first, part)
    expect(body.length).to.equal(6)
    const slice = body.slice(2, 5, () => undefined) as Readable
    expect((await buffer(slice)).toString()).to.equal('ale')
  })

  it('knows nothing where nothing is', async () => {
    expect(await store().waiting()).to.deep.equal([])
    expect(await store().submission(newId())).to.equal(undefined)
    expect(await codeOf(() => store().part(newId(), part))).to.equal('file-unreadable')
    await store().remove(newId())
    await store().sweep(at(0))
  })

  it('does not take what it cannot read for nothing', async () => {
    const id = newId()
    await mkdir(join(root(), id, 'submission.json'), { recursive: true })
    expect(await codeOf(() => store().submission(id))).to.equal('file-unreadable')
    const file = join(folder.path, 'file')
    await writeFile(file, '')
    expect(await codeOf(() => diskOutgoing(file).waiting())).to.equal('file-unreadable')
  })

  it('tells whoever reads a part that has gone meanwhile', async () => {
    const id = newId()
    await keep(id)
    const body = await store().part(id, part)
    await store().remove(id)
    const failure = await new Promise((resolve) => body.slice(0, 6, resolve))
    expect(failure).to.include({ code: 'ENOENT' })
    expect(await readdir(root())).to.deep.equal([])
  })

  it('sweeps what broke off, not what is complete or still being written', async () => {
    const [complete, idle, busy] = [newId(1), newId(2), newId(3)]
    await keep(complete)
    for (const id of [idle, busy]) await (await store().createPart(id, part)).commit()
    for (const path of [idle, complete].map((id) => join(root(), id))) {
      for (const name of await readdir(path)) await utimes(join(path, name), at(0), at(0))
      await utimes(path, at(0), at(0))
    }
    await store().sweep(at(60))
    expect((await readdir(root())).sort()).to.deep.equal([complete, busy])
  })

  it('remembers what was opened; a damaged record is none', async () => {
    const records = diskOpened(join(folder.path, 'opened'))
    const [header, manifest] = ['a'.repeat(64), 'b'.repeat(64)]
    expect(await records.find(header)).to.equal(undefined)
    for (const some of [[part], []]) {
      const opened = { manifest, verified: [part], contradicted: some, malicious: some }
      await records.record(header, opened)
      expect(await records.find(header)).to.deep.equal(opened)
    }
    // As it was kept by versions before.
    await records.record(header, { manifest, verified: [part] })
    expect(await records.find(header)).to.deep.include({ contradicted: [], malicious: [] })
    for (const damaged of ['', '{}', '{"manifest":"x","verified":[]}']) {
      await writeFile(join(folder.path, 'opened', `${header}.json`), damaged)
      expect(await records.find(header), damaged).to.equal(undefined)
    }
  })
})
