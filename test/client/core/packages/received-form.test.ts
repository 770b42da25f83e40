import { expect } from 'chai'
import { receivedForm } from '#client/core/packages/received-form.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { exampleForm } from '#client/example/request-form.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'

describe('a form that came', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const changed = (template: Manifest['template'], form: Manifest['form']) => {
    const manifest = { template, form } as Manifest
    const record = { submitted: '2026-11-28T12:00:00.000Z' }
    return receivedForm({ manifest, record } as Parameters<typeof receivedForm>[0])
  }

  it('is held against the version that it was written in', async () => {
    const template = { id: 'mla-request', version: 2 }
    const id = await net.sent({ template, form: exampleForm })
    const received = receivedForm(await readPackage(net.berta, id))
    expect(received.template).to.include(template)
    expect(received.findings).to.deep.equal([])
    const old = receivedForm(await readPackage(net.berta, await net.sent()))
    expect(old.template?.version).to.equal(1)
    expect(old.findings.map(({ code }) => code)).to.deep.equal(['superseded'])
  })

  it('of a template that is not known is not judged, and what is wrong in one that is, is a finding', () => {
    const unknown = changed({ id: 'mla-request', version: 99 }, { anything: 1 })
    expect(unknown).to.deep.equal({ template: undefined, findings: [] })
    const { findings } = changed({ id: 'refusal', version: 1 }, { grounds: ['fiscal-only'], x: 1 })
    expect(findings.map(({ code }) => code)).to.include.members([
      'option-barred',
      'unknown-field',
      'required',
    ])
  })

  it('is judged with the form that it answers, and as of the moment it was submitted', () => {
    const manifest = {
      template: { id: 'refusal', version: 1 },
      form: { grounds: ['political-offence'] },
    } as unknown as Manifest
    const read = { manifest, record: { submitted: '2026-11-28T12:00:00.000Z' } }
    const request = { offences: [{ terrorismInstrument: 'Bombings' }] }
    const codes = (answered?: typeof request) =>
      receivedForm(read as Parameters<typeof receivedForm>[0], answered).findings.map(
        ({ code }) => code,
      )
    expect(codes(request)).to.include('option-barred')
    expect(codes()).not.to.include('option-barred')
    const reminder = changed(
      { id: 'reminder', version: 1 },
      { question: 'x', replyBy: '2026-11-27' },
    )
    expect(reminder.findings.map(({ code }) => code)).to.deep.equal(['not-ahead'])
  })
})
