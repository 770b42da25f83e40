import { expect } from 'chai'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listed } from '#client/browser/components/listed.js'

const FOLDER = new URL('../../../client/browser', import.meta.url).pathname

describe('words in a row, in the web client', () => {
  it('have the comma of their language', () => {
    expect(listed(['A', 'B'], 'ru')).to.equal('A, B')
    expect(listed(['A', 'B'], 'ar')).to.equal('A، B')
    expect(listed(['A', 'B'], 'zh')).to.equal('A、B')
  })

  it('are put there by that rule on every screen', async () => {
    const files = await readdir(FOLDER, { recursive: true })
    const sources = files.filter((file) => /\.tsx?$/.test(file))
    const found = await Promise.all(
      sources.map(async (file) =>
        (await readFile(join(FOLDER, file), 'utf8')).includes("join(', ')") ? [file] : [],
      ),
    )
    expect(found.flat()).to.deep.equal([])
  })
})
