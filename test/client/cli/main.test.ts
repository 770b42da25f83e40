import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

describe('the program of the command line', () => {
  it('ends without a word when nobody reads on', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url))
    const command = '"$NODE" --import tsx --conditions=source client/cli/main.ts --help | true'
    const env = { ...process.env, NODE: process.execPath }
    const { stderr } = spawnSync('sh', ['-c', command], { cwd: root, env, encoding: 'utf8' })
    expect(stderr).to.equal('')
  })
})
