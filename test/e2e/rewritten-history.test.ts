import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const script = fileURLToPath(new URL('../../tooling/demo-rewrite.mjs', import.meta.url))

/** Everything real: services, relay, workers, a witness and clients as processes. */
describe('history rewritten in a copy of the database, with every key of the relay', function () {
  this.timeout(600_000)

  it('is caught by a witness, by a client that was there before, and by an old bundle', async () => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (told += text))
    }
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code, told).to.equal(0)
    for (const line of [
      'court    ✓ the bundle is proved, its checkpoint witnessed',
      'witness  ✓ is asked to cosign the new history, and names the fork',
      'xb.pgo   ✓ opens no session with it: log-breach',
      'court    ✓ the old bundle contradicts the log',
      'operator ✓ the workers’ own log alarms: witness.conflict',
    ]) {
      expect(told).to.contain(line)
    }
  })
})
