import { expect } from 'chai'
import { failureStage } from '#client/core/packages/failure-stage.js'

describe('the stage of a failure', () => {
  const reason = (text: string) => ({ code: 'not-handed-over-in-time' as const, text })

  for (const code of ['D.4', 'E.2'] as const) {
    it(`of ${code} is the word that its reason begins with`, () => {
      for (const stage of ['provisional', 'final'] as const) {
        const reasons = [reason(`${stage}: nobody fetched it`)]
        expect(failureStage({ code, reasons })).to.equal(stage)
      }
    })
  }

  it('is none of an alert’s step, and of no other evidence', () => {
    const alert = [reason('alert 1 of 4 reached no duty officer')]
    expect(failureStage({ code: 'D.4', reasons: alert })).to.equal(undefined)
    expect(failureStage({ code: 'D.2', reasons: [reason('final: gone')] })).to.equal(undefined)
    expect(failureStage({ code: 'E.2', reasons: [] })).to.equal(undefined)
  })
})
