import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { intoFolder } from '#client/files/into-folder.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

describe('documents received into a folder', () => {
  const folder = temporaryFolder()
  const out = () => join(folder.path, 'received', 'today')
  const partsOf = (...names: string[]) =>
    names.map((name) => ({ part: uuidV7(new Date()), name }) as unknown as ManifestPart)

  async function write(parts: ManifestPart[], taken: string[] = []): Promise<string[]> {
    const sinks = intoFolder(out(), { parts }, { taken })
    for (const part of parts) {
      const sink = await sinks(part)
      await sink.write(new TextEncoder().encode(part.name))
      await sink.commit()
      expect(await readFile(sinks.pathOf(part), 'utf8')).to.equal(part.name)
    }
    return (await readdir(out())).sort()
  }

  it('lie in it, which is made, each under a name of its own', async () => {
    const names = await write(partsOf('a.pdf', 'A.pdf', '../../b.pdf'))
    expect(names).to.deep.equal(['A (2).pdf', '_.._.._b.pdf', 'a.pdf'].sort())
  })

  it('leave names to others', async () => {
    expect(await write(partsOf('Form.json', 'a.pdf'), ['form.json'])).to.deep.equal([
      'Form (2).json',
      'a.pdf',
    ])
  })

  it('keep no extension that their octets contradict', async () => {
    const claims = ['extension', 'media-type', undefined] as const
    const parts = partsOf('a.pdf', 'b.pdf', 'a.pdf.bin')
    const sinks = intoFolder(out(), { parts })
    for (const [place, part] of parts.entries()) {
      const sink = await sinks(part)
      await sink.write(new TextEncoder().encode(part.name))
      await sink.commit(claims[place])
      expect(await readFile(sinks.pathOf(part), 'utf8')).to.equal(part.name)
    }
    expect((await readdir(out())).sort()).to.deep.equal(['a.pdf (2).bin', 'a.pdf.bin', 'b.pdf'])
  })

  it('overwrite nothing', async () => {
    await mkdir(out(), { recursive: true })
    await writeFile(join(out(), 'a.pdf'), 'mine')
    expect(await codeOf(() => write(partsOf('a.pdf')))).to.equal('file-exists')
    expect(await readFile(join(out(), 'a.pdf'), 'utf8')).to.equal('mine')
  })

  it('need a folder that can be made', async () => {
    await writeFile(join(folder.path, 'received'), '')
    expect(await codeOf(() => write(partsOf('a.pdf')))).to.equal('file-unwritable')
  })
})
