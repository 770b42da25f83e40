import { spawnSync } from 'node:child_process'
import { expect } from 'chai'
import { checkout } from './support/start-supervised.js'

function flags(...args: string[]): { status: number | null; out: string; err: string } {
  const script = `import { startFlags } from './tooling/start-flags.mjs'
    console.log(JSON.stringify(startFlags(process.argv.slice(1))))`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, '--', ...args],
    { cwd: checkout, encoding: 'utf8' },
  )
  return { status, out: stdout, err: stderr }
}

describe('the flags of npm start', () => {
  it('are all optional', () => {
    expect(JSON.parse(flags().out)).to.deep.equal({ quiet: false })
  })

  it('are read', () => {
    const { out } = flags('--port', '9000', '--no-example', '--quiet')
    expect(JSON.parse(out)).to.deep.equal({ port: 9000, example: false, quiet: true })
    expect(JSON.parse(flags('--example').out)).to.deep.equal({ example: true, quiet: false })
  })

  for (const wrong of [
    ['--port', '0'],
    ['--port', '70000'],
    ['--port', '80x'],
    ['--prot'],
    ['now'],
  ]) {
    it(`are refused with all there are: ${wrong.join(' ')}`, () => {
      const { status, err } = flags(...wrong)
      expect(status).to.equal(2)
      expect(err).to.contain('--no-example')
    })
  }
})
