import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { diskSink } from '#client/files/disk-sink.js'
import { documentScanner } from '#client/files/document-scanner.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

/** A scanner finds what holds this word, and fails on what holds the other. */
const SCANNER = `#!/bin/sh
echo "$@" > "$0.words"
for file; do :; done
if grep -q MALICIOUS "$file"; then exit 1; fi
if grep -q UNREADABLE "$file"; then exit 2; fi
if grep -q CRASHING "$file"; then kill -SEGV $$; fi
if grep -q HANGING "$file"; then exec sleep 60; fi
if grep -q CURABLE "$file"; then echo cured > "$file"; fi
if grep -q STOLEN "$file"; then rm "$file"; fi
`

describe('a scanner of this machine', () => {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder.path, name)
  const program = () => at('scan.sh')
  beforeEach(async () => {
    await writeFile(program(), SCANNER)
    await chmod(program(), 0o700)
  })
  const names = async () => (await readdir(folder.path)).filter((name) => !name.startsWith('scan'))

  async function written(content: string, command = program(), seconds?: number): Promise<void> {
    const sink = await diskSink(at('a.pdf'), { scan: documentScanner(command, seconds) })
    try {
      await sink.write(new TextEncoder().encode(content))
      expect(await names(), 'not named yet').not.to.include('a.pdf')
      await sink.commit()
    } catch (error) {
      await sink.discard()
      throw error
    }
  }

  it('searches what is written before it gets its name, by words that no shell reads', async () => {
    await written('a letter', `${program()}  --quick $HOME;x `)
    expect(await names()).to.deep.equal(['a.pdf'])
    const words = (await readFile(`${program()}.words`, 'utf8')).trim().split(' ')
    expect(words.slice(0, -1)).to.deep.equal(['--quick', '$HOME;x'])
    expect(words.at(-1)).to.match(/^\/.*\/\..+\.partial$/)
  })

  it('leaves nothing of what it finds, and says so', async () => {
    expect(await codeOf(() => written('MALICIOUS'))).to.equal('document-malicious')
    expect(await names()).to.deep.equal([])
  })

  for (const [what, content, said] of [
    ['ends otherwise', 'UNREADABLE', 'ended with 2'],
    ['crashes', 'CRASHING', 'ended with SIGSEGV'],
    ['changes it', 'CURABLE', 'changed'],
    ['takes it away', 'STOLEN', 'changed'],
    ['does not end', 'HANGING', 'within 0.3 s'],
  ] as const) {
    it(`hands nothing out when it ${what}`, async () => {
      const error = await rejection(written(content, program(), what === 'does not end' ? 0.3 : 30))
      expect(error).to.include({ code: 'scanner-failed' })
      expect(error).to.have.property('message').that.includes(said)
      expect(await names()).to.deep.equal([])
    })
  }

  it('has to be there', async () => {
    expect(await codeOf(() => written('a letter', at('scan.none')))).to.equal('scanner-failed')
    expect(await codeOf(() => written('a letter', ' '))).to.equal('scanner-failed')
    expect(await names()).to.deep.equal([])
  })
})
