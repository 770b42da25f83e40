import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { diskDocument } from '#client/files/disk-document.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { commandHere } from '#test/support/constellation/command-here.js'
import type { Constellation } from '#test/support/constellation/constellation.js'

/** Acts, oral requests and what came with a package, by the words of the command. */
export function actsOnCommandLine(running: () => Constellation): void {
  const at = (name: string) => join(running().data, name)
  const as = (home: string, ...words: string[]) => commandHere(running().home(home), ...words)
  async function done(home: string, ...words: string[]): Promise<Record<string, unknown>> {
    const { code, said } = await as(home, ...words)
    expect(code, JSON.stringify(said)).to.equal(0)
    return said
  }
  async function sent(home: 'xa' | 'xb', ...words: string[]): Promise<string> {
    const id = String((await done(home, ...words))['package'])
    await arrived(await running().officer(home === 'xa' ? 'xb' : 'xa'), id)
    return id
  }
  const requests = (...words: string[]) =>
    sent('xa', 'send', '--to', 'xb.pgo', '--form', at('form.yaml'), ...words)
  async function noted(home: 'xa' | 'xb', asked: string): Promise<string> {
    const to = home === 'xa' ? 'xb.pgo' : 'xa.moj'
    const said = ['--person', 'Duty prosecutor', '--channel', 'telephone', '--asked', asked]
    return String((await done(home, 'duty', 'oral', 'note', '--to', to, ...said))['oral'])
  }
  const confirmedBy = async (home: string, oral: string) => {
    const { oral: all } = await done(home, 'duty', 'oral', 'list', '--all')
    const one = (all as { oral: string; confirmedBy: { package: string } | null }[]).find(
      (each) => each.oral === oral,
    )
    return one?.confirmedBy?.package
  }
  before(() => writeFile(at('form.yaml'), '# template: mla-request@1\npurpose: Service\n'))

  it('an answer bears marks, and confirms what was asked or told orally', async () => {
    const request = await requests()
    await done('xb', 'acknowledge', request)
    const oral = await noted('xb', 'Which account is it?')
    const question = ['--set', 'questions=x', '--confirms', oral.slice(0, 12)]
    expect((await as('xb', 'ask', request, ...question)).code, 'a form that is none').to.equal(2)
    expect(await confirmedBy('xb', oral)).to.equal(undefined)
    await writeFile(at('ask.json'), JSON.stringify({ questions: [{ question: 'Which account?' }] }))
    const words = ['--form', at('ask.json'), '--tlp', 'amber', '--retain-until', '2099-12-31']
    const answer = await sent('xb', 'ask', request, ...words, '--confirms', oral.slice(0, 12))
    expect(await confirmedBy('xb', oral)).to.equal(answer)
    const opened = await done('xa', 'open', answer, '--out', at('asked'))
    expect(opened['marks']).to.include({ tlp: 'TLP:AMBER', retainUntil: '2099-12-31' })
    const bad = await as('xb', 'refuse', request, '--tlp', 'purple')
    expect(bad.said).to.have.nested.property('error.code', 'usage')
  })

  it('a draft that is sent confirms an oral request, one that is only prepared does not', async () => {
    const oral = await noted('xa', 'Keep the records')
    const content = ['--to', 'xb.pgo', '--template', 'mla-request@1', '--form', at('form.yaml')]
    const early = await as('xa', 'send', ...content, '--draft', '--confirms', oral)
    expect(early).to.have.nested.property('said.error.code', 'usage')
    const { draft } = await done('xa', 'send', ...content, '--draft')
    const id = await sent('xa', 'send', String(draft), '--confirms', oral)
    expect(await confirmedBy('xa', oral)).to.equal(id)
  })

  it('a document that is not what it says is not sent, and one that has come is said to be so', async () => {
    const [name, octets] = ['letter.pdf', new TextEncoder().encode('MZ, a program')]
    await writeFile(at(name), octets)
    const words = ['--to', 'xb.pgo', '--form', at('form.yaml'), '--attach', at(name)]
    const refused = await as('xa', 'send', ...words)
    expect(refused.code).to.equal(2)
    expect(refused.said).to.have.nested.property('error.code', 'document-type-contradicted')

    // As a client sends it that does not look.
    const document = { ...(await diskDocument(at(name))), isAsReceived: true }
    const sender = await running().officer('xa')
    const id = await composePackage(sender, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service' },
      documents: [document],
    })
    await deliverPackage(sender, id)
    await arrived(await running().officer('xb'), id)
    const shown = async () => (await done('xb', 'show', id))['contradicted']
    expect(await shown()).to.deep.equal([])
    const opened = await done('xb', 'open', id, '--out', at('contradicted'))
    const path = at('contradicted/letter.pdf.bin')
    expect(opened).to.have.nested.property('documents[0]').that.includes({
      name,
      path,
      contradicted: 'extension',
    })
    expect(new Uint8Array(await readFile(path))).to.deep.equal(octets)
    expect(await shown()).to.deep.equal([name])
    await done('xb', 'acknowledge', id)
  })

  it('a document that the scanner finds malicious is not handed out, and acknowledged all the same', async () => {
    const scanner = at('scan.sh')
    await writeFile(scanner, '#!/bin/sh\ngrep -q EICAR "$1" && exit 1\nexit "$CODE"\n')
    await chmod(scanner, 0o700)
    await writeFile(at('bad.txt'), 'EICAR')
    await writeFile(at('good.txt'), 'A letter')
    const attached = ['--attach', at('bad.txt'), '--attach', at('good.txt')]
    const id = await requests(...attached, '--despite', 'format-not-accepted')
    const open = (out: string, code: string) =>
      as('xb', 'open', id, '--out', at(out), '--scanner', `env CODE=${code} ${scanner}`)

    const failed = await open('unsearched', '2')
    expect(failed.code).to.equal(7)
    expect(failed.said).to.have.nested.property('error.code', 'scanner-failed')
    expect(await readdir(at('unsearched'))).to.deep.equal([])
    const opened = await open('searched', '0')
    expect(opened.code).to.equal(3)
    const documents = opened.said['documents'] as { path: string | null; malicious: boolean }[]
    expect(documents.map(({ path, malicious }) => [path, malicious])).to.deep.equal([
      [null, true],
      [at('searched/good.txt'), false],
    ])
    expect((await readdir(at('searched'))).sort()).to.deep.equal(['form.json', 'good.txt'])
    expect(await done('xb', 'show', id)).to.deep.include({ malicious: ['bad.txt'] })
    expect(await done('xb', 'acknowledge', id)).to.deep.include({
      documents: { verified: 2, unopened: 0 },
      remarks: [{ code: 'document-malicious', document: 'bad.txt' }],
    })
  })

  it('open ends with 4 where a downgrade, or the chain of a forward, is not genuine', async () => {
    await writeFile(at('x.rogatory-downgrade'), '{"downgrade":"none"}')
    const released = await requests('--attach', at('x.rogatory-downgrade'))
    const downgrade = await as('xb', 'open', released, '--out', at('released'))
    expect(downgrade.code).to.equal(4)
    expect(downgrade.said).to.have.nested.property('downgrades[0].verified', false)

    const form = { originalPackage: released, originalHeader: 'f'.repeat(64), reasons: 'x' }
    await writeFile(at('forward.json'), JSON.stringify({ ...form, originalSender: 'xc.court' }))
    const words = ['--to', 'xb.pgo', '--template', 'forwarding@1', '--form', at('forward.json')]
    const forwarded = await sent('xa', 'send', ...words)
    const forward = await as('xb', 'open', forwarded, '--out', at('forwarded'))
    expect(forward.code).to.equal(4)
    expect(forward.said).to.deep.include({
      forwarded: {
        verified: false,
        code: 'package/chain',
        problem: 'it came without the proof of the original',
      },
    })
  })
}
