import { expect } from 'chai'
import { readPackage, type ReadPackage } from '#client/core/open-package.js'
import { exampleForm } from '#client/example/request-form.js'
import { playCase, type Played } from '#client/simulator/play-case.js'
import { readyScripts } from '#client/simulator/ready-scripts.js'
import type { Script } from '#client/simulator/script.js'
import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'

describe('playing a case', () => {
  let net: Constellation
  let request: PackageId
  let id: CaseId
  beforeEach(async () => {
    net = await constellation()
    request = await net.sent({ template: { id: 'mla-request', version: 2 }, form: exampleForm })
    id = (await readPackage(net.berta, request)).manifest.case
  })

  /** One run of the simulator over the case, as after a start. */
  async function run(script: Script | undefined, until = () => Promise.resolve()) {
    if (script === undefined) throw new TypeError('there is such a script')
    const played: Played[] = []
    const read = new Map<PackageId, ReadPackage>()
    const stage = { script, read, until, tell: (one: Played) => void played.push(one) }
    await playCase(net.berta, id, stage)
    return played.map(({ did, template }) => template ?? did)
  }

  it('goes to the end of the script, and does nothing a second time', async () => {
    const script = readyScripts['executes']
    expect(await run(script)).to.deep.equal([
      'acknowledged',
      'registration',
      'acceptance',
      'execution',
    ])
    expect(await run(script)).to.deep.equal([])
    const steps = await net.stepsOf(request)
    expect(steps.some((step) => step.startsWith('C.3'))).to.equal(true)
  })

  it('waits where the other side has to move, and for the time a step takes', async () => {
    expect(await run(readyScripts['asks'])).to.deep.equal([
      'acknowledged',
      'registration',
      'supplement-request',
    ])
    expect(await run(readyScripts['asks'])).to.deep.equal([])
    const over = () => Promise.reject(new Error('the play is over'))
    const next: Script = {
      name: 'x',
      about: 'x',
      scenarios: [{ steps: [{ send: 'reminder', form: { question: 'How far?' }, after: 60 }] }],
    }
    expect(String(await rejection(run(next, over)))).to.include('the play is over')
  })

  it('rejects a consignment with the reason of the script', async () => {
    const script: Script = {
      name: 'x',
      about: 'x',
      scenarios: [{ steps: [{ acknowledge: 'This is not our desk.' }] }],
    }
    expect(await run(script)).to.deep.equal(['rejected'])
    expect(await run(script)).to.deep.equal([])
  })
})
