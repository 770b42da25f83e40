import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A fresh folder for the tests of one `describe`, gone afterwards. */
export function temporaryFolder(): { readonly path: string } {
  const folder = { path: '' }
  beforeEach(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'rogatory-test-'))
  })
  afterEach(() => rm(folder.path, { recursive: true, force: true }))
  return folder
}
