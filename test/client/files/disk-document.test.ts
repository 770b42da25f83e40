import { appendFile, mkdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { diskDocument } from '#client/files/disk-document.js'
import { constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { octetsOf } from '#test/support/octets.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

const MIB = 1024 * 1024

describe('a document on disk', () => {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder.path, name)

  async function read(path: string): Promise<Buffer> {
    const chunks: Buffer[] = []
    // A chunk is good until the next one is asked for.
    for await (const chunk of (await diskDocument(path)).read()) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks)
  }

  it('is read whole, whatever its length, any number of times', async () => {
    for (const length of [0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 17]) {
      const octets = octetsOf(length)
      await writeFile(at('a.bin'), octets)
      const document = await diskDocument(at('a.bin'))
      expect(document).to.include({ name: 'a.bin', length })
      expect((await read(at('a.bin'))).equals(octets), `${length} octets`).to.equal(true)
      expect((await read(at('a.bin'))).equals(octets), 'again').to.equal(true)
    }
  })

  it('has the media type of its extension, octets where nobody knows', async () => {
    const types = { 'a.PDF': 'application/pdf', 'b.jpeg': 'image/jpeg' }
    for (const [name, type] of [
      ...Object.entries(types),
      ['c.exe', 'application/octet-stream'] as const,
      ['d', 'application/octet-stream'] as const,
    ]) {
      await writeFile(at(name), 'x')
      expect((await diskDocument(at(name))).mediaType, name).to.equal(type)
    }
  })

  it('is a file that is there', async () => {
    await mkdir(at('folder'))
    for (const path of [at('none'), at('folder'), '/dev/null']) {
      expect(await codeOf(() => diskDocument(path)), path).to.equal('file-unreadable')
    }
    await writeFile(at('a.pdf'), 'x')
    const document = await diskDocument(at('a.pdf'))
    await rm(at('a.pdf'))
    const reading = document.read()[Symbol.asyncIterator]()
    expect(await codeOf(() => reading.next()), 'gone since').to.equal('file-unreadable')
  })

  it('can be left in the middle', async () => {
    await writeFile(at('a.bin'), octetsOf(4 * MIB))
    for await (const chunk of (await diskDocument(at('a.bin'))).read()) {
      expect(chunk).to.have.length(MIB)
      break
    }
  })

  for (const [change, happens] of [
    ['shrinks', () => truncate(at('a.bin'), MIB)],
    ['grows', () => appendFile(at('a.bin'), octetsOf(2 * MIB))],
    ['is written to', () => utimes(at('a.bin'), new Date(), new Date(0))],
  ] as const) {
    it(`is not sent when it ${change} while it is sealed`, async () => {
      await writeFile(at('a.bin'), octetsOf(5 * MIB))
      const { ana, draftOf } = await constellation()
      const document = await diskDocument(at('a.bin'))
      const documents = [
        {
          ...document,
          async *read() {
            let isFirst = true
            for await (const chunk of document.read()) {
              if (isFirst) await happens()
              isFirst = false
              yield chunk
            }
          },
        },
      ]
      const code = await codeOf(() => composePackage(ana, draftOf({ documents })))
      expect(code).to.equal('file-unreadable')
      expect(await ana.platform.outgoing.waiting()).to.deep.equal([])
    })
  }
})
