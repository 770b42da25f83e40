import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { DirectoryMemory, SeenAuthority } from '#client/core/directory/directory-memory.js'
import { diskDirectoryMemory } from '#client/files/disk-directory-memory.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'
import { memoryDirectoryMemory } from '#test/support/memory/memory-directory-memory.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { after, NOW } from '#test/support/world/moments.js'

const XB = AuthorityId.parse('xb.pgo')
const kid = 'A'.repeat(43)
const seenAt = (seconds: number, digest: string, count: number): SeenAuthority => ({
  versions: Array.from({ length: count }, (_, before) => ({
    version: before + 1,
    digest: digest.repeat(64),
    keys: [{ purpose: 'envelopes' as const, kid }],
    seen: after(NOW, seconds).toISOString(),
  })),
  revocations: [{ digest: digest.repeat(64), kid, seen: after(NOW, seconds).toISOString() }],
  suspensions: [
    {
      digest: digest.repeat(64),
      standing: 'suspended',
      since: NOW.toISOString(),
      seen: after(NOW, seconds).toISOString(),
    },
  ],
})

describe('the memory of the directory', () => {
  const folder = temporaryFolder()
  for (const [where, make] of [
    ['on disk', () => diskDirectoryMemory(join(folder.path, 'directory'))],
    ['in memory', memoryDirectoryMemory],
  ] as const) {
    it(`${where} only grows: the first sight of a version and of a revocation stays`, async () => {
      const memory: DirectoryMemory = make()
      expect(await memory.of(XB)).to.deep.equal({
        versions: [],
        revocations: [],
        suspensions: [],
      })
      expect(await memory.authorities()).to.deep.equal([])
      await memory.keep(XB, seenAt(0, 'a', 2))
      await memory.keep(XB, seenAt(9, 'b', 12))
      const { versions, revocations, suspensions } = await memory.of(XB)
      expect(versions.map(({ version }) => version)).to.deep.equal(
        Array.from({ length: 12 }, (_, before) => before + 1),
      )
      expect(versions.map(({ digest }) => digest[0]).join('')).to.equal('aabbbbbbbbbb')
      expect(revocations.map(({ digest }) => digest[0])).to.deep.equal(['a', 'b'])
      expect(suspensions.map(({ digest }) => digest[0])).to.deep.equal(['a', 'b'])
      expect(await memory.authorities()).to.deep.equal([XB])
      expect(await memory.told(XB)).to.equal(0)
      await memory.tell(XB, 12)
      expect(await memory.told(XB)).to.equal(12)
    })
  }

  it('on disk survives two at once, and does not forget what is damaged', async () => {
    const root = join(folder.path, 'race')
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((digest) =>
        diskDirectoryMemory(root).keep(XB, {
          ...seenAt(0, digest, 3),
          revocations: [],
          suspensions: [],
        }),
      ),
    )
    expect((await diskDirectoryMemory(root).of(XB)).versions).to.have.length(3)
    expect(await readdir(join(root, XB))).to.have.length(3)
    await writeFile(join(root, XB, 'version-2.json'), '{"version":2')
    expect(await codeOf(() => diskDirectoryMemory(root).of(XB))).to.equal('directory-memory')
  })
})
