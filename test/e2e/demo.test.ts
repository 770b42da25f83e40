import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const script = fileURLToPath(new URL('../../tooling/demo.mjs', import.meta.url))

/** With services, relay, workers and folders of its own; only its largest document is smaller here. */
describe('npm run demo', function () {
  this.timeout(600_000)

  it('tells the whole story, proves it with everything stopped, and shows a forgery', async () => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, DEMO_BULK_MIB: '3' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (told += text))
    }
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code, told).to.equal(0)
    expect(told.match(/both +✓ same/g), told).to.have.length(3)
    const story = [
      'evidence A.1',
      'is notified over the socket',
      'evidence C.3',
      '✓ the receipt is for exactly what Alma sent',
      'relay, workers, MongoDB and Redis are stopped',
      'verdict: proved',
      'changes one character of the receipt',
      'contradicted',
      'verdict: contradicted',
    ]
    const places = story.map((line) => told.indexOf(line))
    expect(places, told).to.not.include(-1)
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b))
  })
})
