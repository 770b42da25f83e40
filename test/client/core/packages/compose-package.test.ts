import { expect } from 'chai'
import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import type { DocumentSource } from '#client/core/ports.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Submission } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { Outage } from '#test/support/fake-ports.js'
import { octetsOf } from '#test/support/octets.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('composing a package', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const compose = (changes: Partial<Draft> = {}) => composePackage(net.ana, net.draftOf(changes))
  const refusal = (changes: Partial<Draft>) => codeOf(() => compose(changes))
  const named = (name: string, changes: Partial<DocumentSource> = {}) =>
    memoryDocument(name, octetsOf(10), changes)

  /** Nothing of a package that was not made may lie about. */
  function expectNothingLeft() {
    expect(net.ana.platform.state.parts.size).to.equal(0)
    expect(net.ana.platform.state.submissions.size).to.equal(0)
    expect(net.ana.platform.state.open.digesters).to.equal(0)
  }

  it('leaves ciphertext and statements in the outgoing store, ready for delivery', async () => {
    const progress: string[] = []
    const id = await composePackage(net.ana, net.draftOf(), (name, octets, total) => {
      if (octets === total) progress.push(name)
    })
    const { parts, submissions } = net.ana.platform.state
    const submission = Submission.parse(JSON.parse(submissions.get(id) ?? ''))
    const header = Header.parse((await readStatement(submission.header)).payload)
    expect(header).to.include({ package: id, sender: 'xa.moj', urgency: 'routine' })
    expect([...parts.keys()]).to.deep.equal(header.parts.map(({ part }) => `${id}/${part}`))
    const lying = Buffer.concat([...parts.values(), Buffer.from([...submissions.values()].join())])
    for (const secret of ['summons', 'annex', 'mla-request']) {
      expect(lying.includes(secret), secret).to.equal(false)
    }
    expect(progress).to.deep.equal(['summons.pdf', 'annex.pdf'])
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([id])
    expect(net.ana.platform.state.swept).to.deep.equal([after(NOW, -24 * 3600)])
  })

  it('carries what the officer decides into header and manifest', async () => {
    const id = CaseId.parse(uuidV7(NOW))
    const before = await net.sent({ case: id, documents: [] })
    const decided = {
      case: id,
      urgency: 'urgent' as const,
      notBefore: after(NOW, 60),
      expires: after(NOW, 120),
      inReplyTo: { package: before, header: await net.headerOf(before) },
      marks: { tlp: 'TLP:RED' as const, classification: null },
      documents: [],
    }
    const composed = await compose(decided)
    const kept = net.ana.platform.state.submissions.get(composed) ?? ''
    const { header } = Submission.parse(JSON.parse(kept))
    expect(Header.parse((await readStatement(header)).payload)).to.deep.include({
      case: decided.case,
      urgency: 'urgent',
      notBefore: decided.notBefore.toISOString(),
      expires: decided.expires.toISOString(),
      parts: [],
    })
  })

  it('refuses what cannot be sent before anything is sealed', async () => {
    const { xa, xb, xc } = net.relay
    const drafts: Readonly<Record<string, Partial<Draft>>> = {
      'no recipient': { to: [] },
      'too many recipients': { to: Array.from({ length: 33 }, () => xb.id) },
      'a recipient twice': { to: [xb.id, xb.id] },
      'to itself': { to: [xa.id, xc.id] },
      'too many documents': { documents: Array.from({ length: 513 }, (_, i) => named(`${i}.pdf`)) },
      'a path': { documents: [named('../passwd')] },
      'a device': { documents: [named('C:stream')] },
      'a hidden direction': { documents: [named('a\u202efdp.exe')] },
      'a line': { documents: [named('a\nb')] },
      'no name': { documents: [named('')] },
      'no media type': { documents: [named('a.pdf', { mediaType: 'PDF' })] },
      'one name in two cases': { documents: [named('A.pdf'), named('a.PDF')] },
      'one name in two spellings': { documents: [named('é.pdf'), named('e\u0301.pdf')] },
      'one name where ß is ss': { documents: [named('Maß.pdf'), named('MASS.pdf')] },
      'expired before it begins': { notBefore: after(NOW, 60), expires: after(NOW, 60) },
      'expired now': { expires: NOW },
      'a template of another form': { template: { id: 'MLA request', version: 1 } },
      'a template without version': { template: { id: 'mla-request', version: 0 } },
      'a form too large': { form: { text: 'x'.repeat(600 * 1024) } },
      'a form too deep': { form: { deep: nested(40) } },
      'a form of no JSON': { form: { at: NaN } },
      'other marks': { marks: { tlp: 'TLP:BLUE', classification: null } as never },
    }
    for (const [what, draft] of Object.entries(drafts)) {
      expect(await refusal(draft), what).to.equal('draft-invalid')
    }
    expect(net.crash.trace.filter((effect) => effect.startsWith('outgoing'))).to.deep.equal([])
  })

  it('refuses what the template, its instrument or the recipient’s entry stands against', async () => {
    const refusal = { template: { id: 'refusal', version: 1 }, form: { grounds: ['bank-secrecy'] } }
    const drafts: readonly (readonly [string, Partial<Draft>])[] = [
      ['template-unknown', { template: { id: 'nothing-of-ours', version: 1 } }],
      ['template-unknown', { template: { id: 'mla-request', version: 99 } }],
      ['form-invalid', { template: { id: 'mla-request', version: 2 } }],
      ['form-invalid', refusal],
      ['pre-flight', { marks: { tlp: null, classification: 'TOP SECRET' } }],
    ]
    for (const [code, draft] of drafts) {
      expect(await codeOf(() => compose(draft)), JSON.stringify(draft.template)).to.equal(code)
    }
    expect(String(await rejection(compose(refusal)))).to.match(
      /ground of bank secrecy\. .*article 18 \(8\).*Reasons is missing/,
    )
    expectNothingLeft()
  })

  it('does not print a name that could mislead', async () => {
    const error = await rejection(compose({ documents: [named('a\u202e\u001b[31m.pdf')] }))
    expect(String(error)).to.include('a��[31m.pdf')
  })

  it('asks for the approvals that the policy demands', async () => {
    const { approve, ...draft } = net.draftOf()
    expect(approve).to.be.a('function')
    expect(await codeOf(() => composePackage(net.ana, draft))).to.equal('approvals-needed')
  })

  it('refuses a recipient that is not in the directory', async () => {
    expect(await refusal({ to: ['xx.nobody' as never] })).to.equal('authority-unknown')
    expectNothingLeft()
  })

  it('leaves nothing behind when a document cannot be read to its end', async () => {
    const broken = named('broken.pdf', {
      async *read() {
        yield octetsOf(10)
        await Promise.resolve()
        throw new Outage('the stick was pulled out')
      },
    })
    const reason = await rejection(compose({ documents: [named('whole.pdf'), broken] }))
    expect(reason).to.be.instanceOf(Outage)
    expectNothingLeft()
  })

  it('leaves nothing that would be sent wherever writing fails', async () => {
    const id = await compose()
    await net.ana.platform.outgoing.remove(id)
    net.crash.failAt(undefined)
    await net.ana.platform.outgoing.remove(await compose())
    const effects = net.crash.calls() - 1
    for (let call = 0; call < effects; call++) {
      for (const when of ['before', 'after'] as const) {
        net.crash.failAt({ call, when })
        expect(await rejection(compose())).to.be.instanceOf(Outage)
        net.crash.failAt(undefined)
        expectNothingLeft()
      }
    }
  })

  it('refuses a document that is something else than it says, before all of it is read', async () => {
    let read = 0
    const long = named('letter.pdf', {
      isAsReceived: false,
      async *read() {
        for (; read < 100; read++) {
          await Promise.resolve()
          yield octetsOf(5_000)
        }
      },
    })
    const short = named('letter', { isAsReceived: false })
    const fitting = memoryDocument('note.txt', Buffer.from('a note'), {
      isAsReceived: false,
      mediaType: 'text/plain',
    })
    const error = await rejection(compose({ documents: [fitting, long] }))
    expect(error).to.include({ code: 'document-type-contradicted' })
    expect(read).to.be.below(5)
    expect(error).to.have.property('message').that.includes('letter.pdf')
    expect(await refusal({ documents: [short] })).to.equal('document-type-contradicted')
    expectNothingLeft()
    await compose({ documents: [fitting] })
  })

  it('states what was read, whatever the document’s length was said to be', async () => {
    const id = await compose({ documents: [named('grown.pdf', { length: 3 })] })
    expect(net.ana.platform.state.parts.size).to.equal(1)
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([id])
  })
})

const nested = (depth: number): never => (depth === 0 ? 'x' : [nested(depth - 1)]) as never
