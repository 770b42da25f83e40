import { expect } from 'chai'
import { ConfigurationError } from '#config/configuration-error.js'
import { prepareStorage } from '#server/prepare-storage.js'
import { rejection } from '#test/support/rejection.js'

type Older = 'may-run' | 'must-not-run'

/** A storage that notes what is asked of it. */
function over(...unknown: readonly { readonly id: string; readonly older: Older }[]) {
  const did: string[] = []
  const note = (what: string) => () => Promise.resolve(void did.push(what))
  const migrations = { unknown: () => Promise.resolve(unknown), run: note('documents') }
  const log = {
    info: () => undefined,
    warn: (event: string, fields?: { readonly migration?: string }) =>
      void did.push(`${event} ${fields?.migration}`),
  }
  return { did, prepare: () => prepareStorage({ migrations, ensureIndexes: note('indexes') }, log) }
}

describe('a database at the start of a process', () => {
  it('gets its indexes first, then its documents are migrated', async () => {
    const { did, prepare } = over()
    await prepare()
    expect(did).to.deep.equal(['indexes', 'documents'])
  })

  it('is used after a newer version that allows it, and the log says so', async () => {
    const { did, prepare } = over({ id: '0009-later', older: 'may-run' })
    await prepare()
    expect(did).to.deep.equal(['migration.unknown 0009-later', 'indexes', 'documents'])
  })

  it('is left untouched after a newer version that does not, and whoever starts it is told what to do', async () => {
    const { did, prepare } = over(
      { id: '0009-later', older: 'may-run' },
      { id: '0010-last', older: 'must-not-run' },
    )
    const error = await rejection(prepare())
    expect(error).to.be.instanceOf(ConfigurationError)
    expect(String(error)).to.match(/newer version: 0010-last\..*\n.*Start the newer version/)
    expect(did).to.deep.equal([])
  })
})
