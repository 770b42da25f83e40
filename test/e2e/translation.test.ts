import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import type { Session } from '#client/core/session/session.js'
import { openHandoff, openSources } from '#client/core/translation/open-handoff.js'
import { readHandoff } from '#client/core/translation/read-handoff.js'
import { exampleForm } from '#client/example/request-form.js'
import { credentialsKeyIn, hireTranslator } from '#client/example/hire-translator.js'
import { playTranslation } from '#client/example/play-translation.js'
import { storyteller } from '#client/example/storyteller.js'
import { diskDocument } from '#client/files/disk-document.js'
import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import { AuthorityId, HandoffId, PackageId } from '#crypto/fields/fields.js'
import { memoryFolder } from '#test/support/client/memory-platform.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { lightKeystore } from '#test/support/constellation/light-keystore.js'
import { rejection } from '#test/support/rejection.js'

type Json = Record<string, unknown>
const HOUR = 3_600_000
const ARABIC = 'طلب تبليغ\n\nإلى النيابة العامة\n'

/** An officer, two translators and a reviewer, as they would type it: real relay, workers and queue. */
describe('a translation on the command line', function () {
  this.timeout(400_000)
  let all: Constellation
  let desk: string
  let alma: Session
  let id: PackageId
  const keys: Record<string, string> = {}
  const file = (name: string) => join(desk, name)
  const authority = () => [
    ...['--authority-keys', join(all.data, 'xa.moj')],
    ...['--authority-passphrase-file', join(all.data, 'xa.moj', 'passphrase')],
  ]

  before(async () => {
    all = await constellation()
    desk = await mkdtemp(join(tmpdir(), 'rogatory-desk-'))
    await writeFile(file('request.txt'), ARABIC)
    await writeFile(file('secret.txt'), 'not to be translated')
    await writeFile(file('empty.txt'), '')
    await light('xa')
    alma = await all.officer('xa')
    const since = '2026-01-05T00:00:00.000Z'
    const profile: LinguistProfile = {
      pairs: [{ from: 'ar', to: 'fr' }],
      accreditation: null,
      clearance: null,
      capacity: 1,
      confidentialitySince: since,
      conflictsDeclared: null,
    }
    const credentialsKey = await credentialsKeyIn(join(all.data, 'xa.moj'))
    for (const [home, name] of [
      ['tariq', 'Tariq Translator'],
      ['tove', 'Tove Translator'],
      ['rita', 'Rita Reviewer'],
    ] as const) {
      const by = { session: alma, home: 'xa', credentialsKey }
      keys[home] = await hireTranslator(all.data, by, { home, name, profile })
      await light(home)
    }
    id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons', languages: { original: 'ar', translations: [] } },
      documents: [await diskDocument(file('request.txt')), await diskDocument(file('secret.txt'))],
    })
    await deliverPackage(alma, id)
  })
  after(async () => {
    await rm(desk, { recursive: true, force: true })
    await all.close()
  })

  const light = (home: string) =>
    lightKeystore(join(all.home(home), 'officer.keystore'), join(all.home(home), 'passphrase'))
  const run = (home: string, ...words: string[]) =>
    rogatory(['--json', '--home', all.home(home), ...words])
  async function done(home: string, ...words: string[]): Promise<Json> {
    const { code, stdout, stderr } = await run(home, ...words)
    expect(code, `${stdout}${stderr}`).to.equal(0)
    return JSON.parse(stdout) as Json
  }
  async function refused(home: string, ...words: string[]) {
    const { code, stdout } = await run(home, ...words)
    const { error } = JSON.parse(stdout) as { error: { code: string; remedy?: string } }
    expect(error.remedy, `${error.code} tells what to do`).to.be.a('string')
    return [code, error.code]
  }
  const waiting = async (home: string) =>
    (await done(home, 'translation', 'list'))['handoffs'] as Json[]
  async function untilWaiting(home: string, handoff: string): Promise<Json> {
    const givenUp = Date.now() + 60_000
    for (;;) {
      const found = (await waiting(home)).find((one) => one['handoff'] === handoff)
      if (found !== undefined) return found
      expect(Date.now(), 'the worker passes it on').to.be.lessThan(givenUp)
    }
  }

  it('shows translators with what their authority vouches for', async () => {
    await done(
      ...['xa', 'officer', 'translator', 'Tove Translator', '--pair', 'ar:fr', 'en:fr'],
      ...['--accreditation', '7', '--accredited-by', 'Court of Appeal', '--capacity', '2'],
      ...['--clearance', 'RESTRICTED', '--confidentiality-since', '2026-01-05', ...authority()],
    )
    const pair = ['--from', 'ar', '--to', 'fr']
    const { translators } = await done('xa', 'translation', 'translators', ...pair)
    const found = translators as { name: string; profile: Json; open: number }[]
    expect(found.map(({ name, open }) => `${name} ${open}`)).to.deep.equal([
      ...['Rita Reviewer 0', 'Tariq Translator 0', 'Tove Translator 0'],
    ])
    expect(found[2]?.profile).to.deep.include({ clearance: 'RESTRICTED', capacity: 2 })
  })

  it('is declined, passed on, returned, reviewed, certified; one document, and no other', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
    const order = ['--to', 'fr', '--purpose', 'Service abroad', '--reviewer', 'Rita Reviewer']
    const words = ['translation', 'hand-off', id, ...order, '--due', at(3)]
    const rotation = ['--translator', keys['tariq'] ?? '', 'Tove Translator']
    expect(await refused('xa', ...words, ...rotation)).to.deep.equal([2, 'usage'])
    const given = await done('xa', ...words, '--document', 'request.txt', ...rotation)
    const handoff = String(given['handoff'])
    expect(given).to.include({ stage: 'assigned', turn: 0, turns: 2, waitsForMe: false })
    expect(given['pair']).to.deep.equal({ from: 'ar', to: 'fr' })
    expect(await refused('tove', 'translation', 'show', handoff)).to.deep.equal([
      3,
      'handoff-unknown',
    ])
    expect(await waiting('tove')).to.deep.equal([])
    await done('tariq', 'translation', 'decline', handoff, '--reason', 'capacity')
    expect(await untilWaiting('tove', handoff)).to.include({ turn: 1, stage: 'assigned' })
    expect(await refused('tariq', 'translation', 'accept', handoff)).to.deep.equal([
      3,
      'handoff-reassigned',
    ])
    // One of them as it is installed: a process of its own.
    const accepted = await rogatory(['--home', all.home('tove'), 'translation', 'accept', handoff])
    expect(accepted.stdout, accepted.stderr).to.include('YOU: return the translation')

    await done('tove', 'translation', 'open', handoff, '--out', file('source'))
    expect(await readFile(file('source/request.txt'), 'utf8')).to.equal(ARABIC)
    const xliff = await readFile(file('source/request.txt.xlf'), 'utf8')
    const back = async (xml: string, name = 'request.txt.xlf') => {
      await writeFile(file(name), xml)
      return ['translation', 'return', handoff, file(name)]
    }
    const bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    const hostile = xliff.replace('<xliff', `${bomb}<xliff`)
    expect(await refused('tove', ...(await back(hostile)))).to.deep.equal([2, 'xliff-malformed'])
    expect(await refused('tove', ...(await back(xliff)))).to.deep.equal([2, 'translation-empty'])
    const other = xliff.replace('trgLang="fr"', 'trgLang="en"')
    expect(await refused('tove', ...(await back(other)))).to.deep.equal([2, 'translation-language'])
    expect(
      await refused('tove', 'translation', 'return', handoff, file('empty.txt')),
    ).to.deep.equal([2, 'translation-empty'])
    const filled = xliff.replaceAll('</source>', '</source><target>demande</target>')
    await done('tove', ...(await back(filled)))
    for (const reader of ['rita', 'xa']) {
      const out = file(`back-${reader}`)
      await done(reader, 'translation', 'open', handoff, '--translation', '--out', out)
      expect(await readFile(join(out, 'request.txt'), 'utf8')).to.equal('demande\n\ndemande\n')
    }
    expect(await refused('xa', 'translation', 'statement', handoff)).to.deep.equal([
      3,
      'handoff-closed',
    ])
    await done('rita', 'translation', 'review', handoff, '--outcome', 'approved', '--note', 'Good')
    const shown = await done('tove', 'translation', 'show', handoff)
    expect(shown['notes']).to.have.nested.property('[0].note', 'Good')
    await done('tove', 'translation', 'certify', handoff)
    const countersigned = await done('rita', 'translation', 'countersign', handoff)
    const codes = (countersigned['evidence'] as { code: string }[]).map(({ code }) => code)
    expect(codes.join(' ')).to.equal('H.1 H.3 H.6 H.2 H.7 H.8 H.9 H.10')
    const said = await done('xa', 'translation', 'statement', handoff)
    expect(said).to.deep.include({
      accreditation: { body: 'Court of Appeal', number: '7' },
      complete: true,
      machine: 'none',
      prevails: 'original',
      standing: 'countersigned',
    })
    expect(said['reviewer']).to.include({ name: 'Rita Reviewer' })

    await bound(handoff)

    await done('xa', 'translation', 'recall', handoff, '--ground', 'source-changed')
    expect(await done('xa', 'translation', 'show', handoff)).to.include({ stage: 'superseded' })
    expect(
      await refused('tove', 'translation', 'open', handoff, '--out', file('again')),
    ).to.deep.equal([3, 'handoff-closed'])
  })

  /** Sent with its original, verified by the recipient, proved, and certified in both languages. */
  async function bound(handoff: string): Promise<void> {
    await writeFile(file('form.json'), JSON.stringify(exampleForm))
    await copyFile(file('back-xa/request.txt'), file('demande.txt'))
    const send = ['send', '--to', 'xb.pgo', '--template', 'mla-request@2']
    const despite = ['--despite', 'format-not-accepted']
    const words = [
      ...send,
      ...despite,
      '--form',
      file('form.json'),
      '--translation',
      handoff,
      '--attach',
    ]
    expect(await refused('xa', ...words, file('request.txt'), file('secret.txt'))).to.deep.equal([
      2,
      'draft-documents',
    ])
    const sent = await done('xa', ...words, file('request.txt'), file('demande.txt'))
    const pkg = String(sent['package'])
    const opened = await done('xb', 'open', pkg, '--out', file('received'))
    const documents = opened['documents'] as { name: string; role: string }[]
    expect(documents.map(({ name, role }) => `${name} ${role}`)).to.deep.equal([
      ...['request.txt document', 'demande.txt translation'],
      `${handoff}.rogatory-translation document`,
    ])
    const [found] = opened['translations'] as Json[]
    expect(found).to.deep.include({ verified: true })
    expect(found?.['reviewer']).to.include({ name: 'Rita Reviewer' })
    await done('xb', 'acknowledge', pkg)

    // The recipient has the record, and need not ask about a hand-off that is not theirs.
    const record = file(`received/${handoff}.rogatory-translation`)
    for (const [home, what] of [
      ['xa', handoff],
      ['xb', record],
    ] as const) {
      const out = file(`${home}.rogatory-proof`)
      const proof = ['proof', pkg, '--translation', what, '--out', out]
      expect((await run(home, ...proof)).code).to.equal(0)
      const { stdout } = await run(home, 'verify', out)
      const { facts } = JSON.parse(stdout) as { facts: { fact: string; standing: string }[] }
      const proved = facts.flatMap(({ fact, standing }) => (standing === 'proved' ? [fact] : []))
      expect(proved).to.include.members([
        ...['custody-unbroken', 'translation-certified', 'translation-reviewed', 'logged'],
        ...['original-prevails', 'translation-source', 'translation-target'],
      ])
    }
    const out = file('translation.pdf')
    const order = ['certificate', file('xb.rogatory-proof'), '--translation', '--lang', 'fr']
    expect((await run('xb', ...order, '--out', out)).code).to.be.oneOf([0, 7])
    expect((await readFile(out)).subarray(0, 5).toString()).to.equal('%PDF-')
  }

  it('is taken back after a breach: the token opens nothing new, and keys are others', async () => {
    const due = new Date(Date.now() + HOUR).toISOString()
    const order = ['--to', 'fr', '--purpose', 'Service', '--due', due]
    const one = ['translation', 'hand-off', id, ...order, '--all', '--rotation', '1']
    const given = await done('xa', ...one)
    const handoff = HandoffId.parse(given['handoff'])
    // The accredited one is asked first.
    expect(given['translator']).to.include({ kid: keys['tove'] })
    const tove = await all.officer('tove')
    const open = await readHandoff(tove, handoff)
    const content = await openHandoff(tove, open)
    const again = await done(
      ...['xa', 'translation', 'reassign', handoff, '--ground', 'breach', ...order.slice(2)],
      ...['--translator', 'Tariq Translator'],
    )
    expect(again).to.include({ stage: 'assigned', ofPackage: false, replaces: handoff })
    const folder = memoryFolder()
    const late = await rejection(openSources(tove, open, content, folder.sinkFor))
    expect([(late as { code?: string }).code, folder.files.size]).to.deep.equal([
      'handoff-ended',
      0,
    ])
    const tariq = await all.officer('tariq')
    const anew = await readHandoff(tariq, HandoffId.parse(again['handoff']))
    const fresh = await openHandoff(tariq, anew)
    expect(fresh.items.map(({ digest }) => digest)).to.deep.equal(
      content.items.map(({ digest }) => digest),
    )
    for (const { key } of content.items) expect(JSON.stringify(fresh)).not.to.include(key)
    const read = memoryFolder()
    await openSources(tariq, anew, fresh, read.sinkFor)
    expect(read.files.get('request.txt')?.toString()).to.equal(ARABIC)
    const { recalled } = await done('xa', 'translation', 'breach', '--', keys['tariq'] ?? '')
    expect((recalled as Json[]).map((each) => each['handoff'])).to.deep.equal([again['handoff']])
  })

  it('is of documents that no package has yet, and warns of the pair and of who is full', async () => {
    await writeFile(file('draft.json'), JSON.stringify({ languages: { original: 'ar' } }))
    const due = new Date(Date.now() + HOUR).toISOString()
    const words = (from: string) => [
      ...['translation', 'hand-off', '--file', file('request.txt'), '--form', file('draft.json')],
      ...['--template', 'mla-request@2', '--from', from, '--to', 'fr', '--purpose', 'Service'],
      ...['--due', due, '--translator', 'Rita Reviewer'],
    ]
    const handOff = async (from: string) => run('xa', ...words(from))
    const herself = [...words('ar'), '--reviewer', 'Rita Reviewer']
    expect(await refused('xa', ...herself)).to.deep.equal([2, 'usage'])
    const first = await handOff('en')
    expect(first.code, first.stderr).to.equal(0)
    expect(first.stderr).to.equal(
      '! from en: the form says that the original is in ar\n! Rita Reviewer: does not offer en to fr\n',
    )
    const given = JSON.parse(first.stdout) as Json
    expect(given).to.include({ stage: 'assigned', ofPackage: false })
    await done('rita', 'translation', 'open', String(given['handoff']), '--out', file('before'))
    expect(await readFile(file('before/request.txt'), 'utf8')).to.equal(ARABIC)
    const second = await handOff('ar')
    expect(second.code, second.stderr).to.equal(0)
    expect(second.stderr).to.equal(
      '! Rita Reviewer: has as many hand-offs of ours already as they take (1)\n',
    )
    const draft = ['send', '--draft', '--translation', String(given['handoff'])]
    expect(await refused('xa', ...draft)).to.deep.equal([2, 'usage'])
  })

  it('is what the demonstration tells: Arabic into French and English, one of them passed on', async () => {
    const told: string[] = []
    const story = storyteller({ write: (text: string) => told.push(text) > 0 })
    const isWell = await playTranslation(all.data, story)
    const text = told.join('')
    expect(isWell, text).to.equal(true)
    expect(text).to.include('ar → fr: H.1 H.3 H.6 H.2 H.7 H.9; certified')
    expect(text).to.include('ar → en: H.1 H.2 H.7 H.8 H.9 H.10; countersigned')
    expect(text).to.include('too late: handoff-reassigned')
    expect(text).to.include('✓ no translator had the list of accounts')
  })
})
