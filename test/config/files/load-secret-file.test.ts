import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadSecretFile } from '#config/files/load-secret-file.js'
import { rejection } from '#test/support/rejection.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

describe('a file with a secret', () => {
  const folder = temporaryFolder()
  const load = async () =>
    Promise.resolve(loadSecretFile('S3_SECRET_ACCESS_KEY_FILE', join(folder.path, 'secret')))
  const hold = (text: string) => writeFile(join(folder.path, 'secret'), text, { mode: 0o600 })

  it('is read without its line break', async () => {
    for (const end of ['', '\n', '\r\n']) {
      await hold(`hunter2/+=${end}`)
      expect(await load()).to.equal('hunter2/+=')
    }
  })

  it('is refused, without being repeated, when it is no such file', async () => {
    expect(await rejection(load())).to.include({ name: 'ConfigurationError' })
    for (const text of ['', '\n', 'hunter2 hunter2', 'hunter2\nhunter2\n', 'hunter2'.repeat(999)]) {
      await hold(text)
      const { message } = (await rejection(load())) as Error
      expect(message).to.match(/^S3_SECRET_ACCESS_KEY_FILE: .*secret /)
      expect(message).not.to.contain('hunter2')
    }
  })

  it('may be read by its group, and not by others', async () => {
    await hold('hunter2')
    await chmod(join(folder.path, 'secret'), 0o640)
    expect(await load()).to.equal('hunter2')
    await chmod(join(folder.path, 'secret'), 0o644)
    expect(((await rejection(load())) as Error).message).to.contain('chmod o=')
  })
})
