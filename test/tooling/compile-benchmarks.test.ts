import { execFileSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { checkout } from './support/start-supervised.js'

describe('the compiled benchmarks', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()

  it('are all there, each with the programs it may start', async () => {
    const args = ['tooling/compile-benchmarks.mjs', folder.path]
    execFileSync(process.execPath, args, { cwd: checkout })
    const load = join(checkout, 'test', 'load')
    const sources = await Promise.all([readdir(load), readdir(join(load, 'programs'))])
    const expected = sources
      .flat()
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.replace(/\.ts$/, '.js'))
    expect(expected).to.include('submissions.bench.js').and.to.include('hello.js')
    expect(await readdir(folder.path)).to.include.members(expected)
  })
})
