import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { planAnswer } from '#client/core/cases/plan-answer.js'
import { readPackage, type ReadPackage } from '#client/core/packages/open-package.js'
import { exampleForm } from '#client/example/request-form.js'
import { playCase, type Played } from '#client/simulator/play-case.js'
import { readyScripts } from '#client/simulator/ready-scripts.js'
import type { Script } from '#client/simulator/script.js'
import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('playing a case', () => {
  let net: Constellation
  let request: PackageId
  let id: CaseId
  /** Of the last run, what was done, whatever the template. */
  let did: readonly Played['did'][]
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
    did = played.map((one) => one.did)
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

  it('holds what the case does not allow any more, and goes on with others', async () => {
    const form = { date: '2026-03-01', scope: 'whole' }
    const answer = { template: { id: 'withdrawal', version: 1 }, form, documents: [] }
    const { approve } = net.draftOf()
    // Of two at one moment it would be left to chance which began the case.
    net.relay.setClock(after(NOW, 60))
    const draft = await planAnswer(net.ana, request, answer)
    const sent = await composePackage(net.ana, { ...draft, ...(approve && { approve }) })
    await deliverPackage(net.ana, sent)
    await net.relay.consign({ header: await net.headerOf(sent) })
    await net.sequence()
    expect(await run(readyScripts['executes'])).to.deep.equal(['acknowledged', 'registration'])
    expect(did).to.deep.equal(['acknowledged', 'held'])
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
