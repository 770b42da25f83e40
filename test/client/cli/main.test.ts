import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

describe('the program of the command line', () => {
  it('says which version it is', () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
      version: string
    }
    const args = ['--import', 'tsx', '--conditions=source', 'client/cli/main.ts', '--version']
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
    expect([stdout, status]).to.deep.equal([`${version}\n`, 0])
  })

  it('ends without a word when nobody reads on', () => {
    const command = '"$NODE" --import tsx --conditions=source client/cli/main.ts --help | true'
    const env = { ...process.env, NODE: process.execPath }
    const { stderr } = spawnSync('sh', ['-c', command], { cwd: ROOT, env, encoding: 'utf8' })
    expect(stderr).to.equal('')
  })
})
