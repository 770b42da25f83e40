import { expect } from 'chai'
import { z } from 'zod'
import { selfTestSteps } from '#client/core/self-test.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

const Report = z.object({
  outcome: z.enum(['done', 'failed']),
  code: z.string().optional(),
  package: z.string().optional(),
  steps: z.array(
    z.object({
      step: z.enum(selfTestSteps),
      outcome: z.enum(['done', 'failed', 'skipped']),
      took: z.number(),
    }),
  ),
})

/** What an operator's timer runs: a full exchange between two authorities, told step by step. */
describe('rogatory selftest', function () {
  this.timeout(280_000)
  let all: Constellation
  before(async () => {
    all = await constellation({ from: 'sources' })
  })
  after(() => all.close())

  async function selftest(...words: string[]) {
    const { code, stdout } = await rogatory([
      '--json',
      '--home',
      all.home('xa'),
      'selftest',
      ...words,
    ])
    return { exit: code, ...Report.parse(JSON.parse(stdout)) }
  }
  const outcomes = ({ steps }: z.infer<typeof Report>) =>
    Object.fromEntries(steps.map(({ step, outcome }) => [step, outcome]))

  it('does every step between two authorities, with a package that says what it is', async () => {
    const report = await selftest('--with', all.home('xb'))
    expect(report).to.include({ exit: 0, outcome: 'done' })
    expect(report.steps.map(({ step, outcome }) => [step, outcome])).to.deep.equal(
      selfTestSteps.map((step) => [step, 'done']),
    )
    const { stdout } = await rogatory([
      '--json',
      '--home',
      all.home('xb'),
      'show',
      report.package ?? '',
    ])
    expect(stdout).to.contain('self-test')
    const { stdout: status } = await rogatory([
      '--json',
      '--home',
      all.home('xa'),
      'status',
      report.package ?? '',
    ])
    // Notified over the socket, handed over, acknowledged.
    for (const evidence of ['A.1', 'D.1', 'D.3', 'E.1', 'C.3']) expect(status).to.contain(evidence)
  })

  it('ends with the code of the step that failed, and skips what follows', async () => {
    await all.kill('workers')
    const stopped = await selftest('--with', all.home('xb'), '--wait', '3')
    expect(stopped).to.include({ exit: 5, outcome: 'failed', code: 'relay-unreachable' })
    expect(outcomes(stopped)).to.include({ submit: 'done', notice: 'failed', proof: 'skipped' })
  })

  it('needs two authorities, for a package goes to somebody else', async () => {
    const own = await selftest('--with', all.home('xa-legal'))
    expect(own).to.include({ exit: 2, outcome: 'failed', code: 'draft-invalid' })
    expect(outcomes(own)).to.include({ seal: 'failed', submit: 'skipped' })
  })
})
