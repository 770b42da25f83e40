import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { isInLeakedHashes } from '#client/files/leaked-hashes.js'
import { codeOf } from '#test/support/code-of.js'
import { commandHere } from '#test/support/constellation/command-here.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

const LEAKED = 'lantern orchard gravel nine'
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()

describe('a list of stolen passwords of one’s own', () => {
  const folder = temporaryFolder()
  const file = () => join(folder.path, 'hashes.txt')
  const isIn = (passphrase: string) => isInLeakedHashes(file(), passphrase)
  const passwords = Array.from({ length: 199 }, (_, i) => `password ${i}`)
  const lines = [...passwords, LEAKED].map(sha1).sort()

  for (const [how, text] of [
    ['as it is given out', lines.map((hash, i) => `${hash}:${i ** 3}\r\n`).join('')],
    ['of hashes alone, in small letters', lines.join('\n').toLowerCase()],
  ] as const) {
    it(`is searched whole, ${how}`, async () => {
      await writeFile(file(), text)
      for (const password of [...passwords, LEAKED]) expect(await isIn(password)).to.equal(true)
      for (const other of passwords) expect(await isIn(`${other}x`)).to.equal(false)
    })
  }

  it('may be of one line, and finds what is typed in another composition', async () => {
    await writeFile(file(), `${sha1(LEAKED)}:7\n`)
    expect([await isIn(LEAKED), await isIn('other')]).to.deep.equal([true, false])
    await writeFile(file(), `${sha1('prénom préféré'.normalize('NFC'))}:7\n`)
    expect(await isIn('prénom préféré'.normalize('NFD'))).to.equal(true)
  })

  it('is refused out of order, as anything else, and where it is not', async () => {
    expect(await codeOf(() => isIn(LEAKED))).to.equal('file-unreadable')
    expect(await codeOf(() => isInLeakedHashes(folder.path, LEAKED))).to.equal('file-unreadable')
    for (const text of [
      // Of one that was fetched and never came, nobody may think that it holds nothing.
      '',
      [...lines].reverse().join('\n'),
      'letmein\npassword\n',
      'x'.repeat(10_000),
      `${lines[0] ?? ''}\n`.repeat(3),
    ]) {
      await writeFile(file(), text)
      expect(await codeOf(() => isIn(LEAKED)), text.slice(0, 60)).to.equal('file-unreadable')
    }
  })

  it('keeps new keys from being sealed under a passphrase that is on it', async () => {
    await writeFile(file(), `${sha1(LEAKED)}:7\n`)
    const create = async (passphrase: string) => {
      const given = join(folder.path, 'passphrase')
      await writeFile(given, `${passphrase}\n`)
      const words = ['keys', 'create', '--authority', 'xa.moj', '--passphrase-file', given]
      return commandHere(folder.path, ...words, '--leaked-passwords', file())
    }
    const refused = await create(LEAKED)
    expect(refused.code).to.equal(6)
    expect(refused.said).to.have.nested.property('error.code', 'keystore-passphrase')
    expect((await create('thimble harbour quartz seven')).code).to.equal(0)
  })
})
