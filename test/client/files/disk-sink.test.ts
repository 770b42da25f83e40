import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { diskSink } from '#client/files/disk-sink.js'
import { writeDurably } from '#client/files/write-durably.js'
import { codeOf } from '#test/support/code-of.js'
import { octetsOf } from '#test/support/octets.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

const NOBODY = 65_534

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

  it('has another name where its octets contradict the one it should have', async () => {
    const sink = await diskSink(at('a.pdf'), { pathFor: (claim) => at(`${claim}.bin`) })
    await writeFile(at('extension.bin'), 'somebody else’s')
    expect(await codeOf(() => sink.commit('extension'))).to.equal('file-exists')
    await sink.discard()
    const plain = await diskSink(at('b.pdf'))
    await plain.commit('extension')
    expect(await names()).to.deep.equal(['b.pdf', 'extension.bin'])
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

  /** Names can be made in such a folder, but whoever is not root cannot open it to flush it. */
  async function inUnflushable(work: (at: (name: string) => string) => Promise<void>) {
    const blind = at('blind')
    await chmod(folder.path, 0o755)
    await mkdir(blind)
    const isRoot = process.getuid?.() === 0
    if (isRoot) await chown(blind, NOBODY, NOBODY)
    await chmod(blind, 0o300)
    if (isRoot) process.seteuid?.(NOBODY)
    try {
      await work((name) => join(blind, name))
    } finally {
      if (isRoot) process.seteuid?.(0)
      await chmod(blind, 0o700)
    }
    return () => readdir(blind)
  }

  it('takes back the name that could not be made durable, so that a repetition finds it free', async () => {
    const left = await inUnflushable(async (inside) => {
      const sink = await diskSink(inside('a.pdf'))
      await sink.write(new Uint8Array(10))
      expect(await codeOf(() => sink.commit())).to.equal('file-unwritable')
      await sink.discard()
    })
    expect(await left()).to.deep.equal([])
    const again = await diskSink(at('blind/a.pdf'))
    await again.commit()
    await again.discard()
    expect(await left(), 'what was made final stays').to.deep.equal(['a.pdf'])
  })

  it('keeps the new one where the old is gone', async () => {
    const left = await inUnflushable(async (inside) => {
      await writeFile(inside('profile.json'), 'old')
      const code = await codeOf(() => writeDurably(inside('profile.json'), 'new'))
      expect(code).to.equal('file-unwritable')
    })
    expect(await left()).to.deep.equal(['profile.json'])
    expect(await readFile(at('blind/profile.json'), 'utf8')).to.equal('new')
  })
})
