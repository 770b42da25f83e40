import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { directoryImport } from '#client/cli/commands/directory-import.js'
import { contactOf } from '#client/core/directory/contact.js'
import { keptContacts } from '#client/files/contacts-file.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { world } from '#test/support/world/world.js'

describe('rogatory directory import', () => {
  const folder = temporaryFolder()

  it('keeps who has no id, and changes nothing for a file whose contacts all stand on a relay', async () => {
    const { xb } = await world()
    const onRelay = contactOf(xb.entry.payload)
    const elsewhere = { ...onRelay, authority: null, name: 'Elsewhere' }
    const file = join(folder.path, 'contacts.json')
    const context = { global: { home: folder.path, quiet: true }, options: {} }

    await writeFile(file, JSON.stringify([onRelay, elsewhere]))
    await directoryImport(context, file)
    expect(await keptContacts(folder.path)).to.deep.equal([elsewhere])

    const other = join(folder.path, 'others.json')
    await writeFile(other, JSON.stringify([onRelay]))
    expect(await codeOf(() => directoryImport(context, other))).to.equal('usage')
    expect(await keptContacts(folder.path)).to.deep.equal([elsewhere])
  })
})
