import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { diskSink } from '#client/files/disk-sink.js'
import { writeDurably } from '#client/files/write-durably.js'
import { codeOf } from '#test/support/code-of.js'
import { octetsOf } from '#test/support/octets.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

describe('a file to be written', () => {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder.path, name)
  const names = async () => (await readdir(folder.path)).sort()

  it('has its name only when it is whole, and is its owner’s alone', async () => {
    const octets = octetsOf(300_000)
    const sink = await diskSink(at('a.pdf'))
    for (let from = 0; from < octets.length; from += 100_000) {
      await sink.write(Uint8Array.from(octets.subarray(from, from + 100_000)))
    }
    expect(await names()).to.have.length(1)
    expect((await names())[0]).to.match(/^\..+\.partial$/)
    await sink.commit()
    expect(await names()).to.deep.equal(['a.pdf'])
    expect(await readFile(at('a.pdf'))).to.deep.equal(octets)
    expect((await stat(at('a.pdf'))).mode & 0o777).to.equal(0o600)
  })

  it('leaves nothing behind when it is given up', async () => {
    const sink = await diskSink(at('a.pdf'))
    await sink.write(new Uint8Array(100_000))
    await sink.discard()
    await sink.discard()
    expect(await names()).to.deep.equal([])
  })

  it('overwrites nothing, whoever was faster', async () => {
    const sink = await diskSink(at('a.pdf'))
    await sink.write(new Uint8Array(10))
    await writeFile(at('a.pdf'), 'somebody else’s')
    expect(await codeOf(() => sink.commit())).to.equal('file-exists')
    await sink.discard()
    expect(await codeOf(() => diskSink(at('a.pdf')))).to.equal('file-exists')
    expect(await names()).to.deep.equal(['a.pdf'])
    expect(await readFile(at('a.pdf'), 'utf8')).to.equal('somebody else’s')
  })

  it('replaces where it is told to, whole', async () => {
    await writeDurably(at('profile.json'), 'old')
    await writeDurably(at('profile.json'), 'new')
    expect(await readFile(at('profile.json'), 'utf8')).to.equal('new')
    const once = () => writeDurably(at('profile.json'), 'newer', { replace: false })
    expect(await codeOf(once)).to.equal('file-exists')
    expect(await names()).to.deep.equal(['profile.json'])
  })

  it('says so when a folder is not there or is a file', async () => {
    await writeFile(at('file'), '')
    expect(await codeOf(() => diskSink(at('none/a.pdf')))).to.equal('file-unwritable')
    expect(await codeOf(() => diskSink(at('file/a.pdf')))).to.equal('file-unwritable')
    await mkdir(at('folder'))
    expect(await codeOf(() => writeDurably(at('folder'), 'x'))).to.equal('file-unwritable')
    expect(await names()).to.deep.equal(['file', 'folder'])
  })
})
