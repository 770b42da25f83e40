import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { composePackage } from '#client/core/compose-package.js'
import { deliverPackage } from '#client/core/deliver-package.js'
import { diskDocument } from '#client/files/disk-document.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

type Json = Record<string, unknown>
const HOUR = 3_600_000

/** An officer, two translators and a reviewer, as they would type it: real relay, workers and queue. */
describe('a translation on the command line', function () {
  this.timeout(400_000)
  let all: Constellation
  let desk: string
  const keys: Record<string, string> = {}
  const file = (name: string) => join(desk, name)

  before(async () => {
    all = await constellation()
    desk = await mkdtemp(join(tmpdir(), 'rogatory-desk-'))
    await writeFile(file('request.txt'), 'طلب تبليغ '.repeat(5_000))
    await writeFile(file('secret.txt'), 'not to be translated')
    await writeFile(file('requete.txt'), 'demande '.repeat(5_000))
    await writeFile(file('empty.txt'), '')
  })
  after(async () => {
    await rm(desk, { recursive: true, force: true })
    await all.close()
  })

  const run = (home: string, ...words: string[]) =>
    rogatory(['--json', '--home', all.home(home), ...words])
  async function done(home: string, ...words: string[]): Promise<Json> {
    const { code, stdout, stderr } = await run(home, ...words)
    expect(code, `${stdout}${stderr}`).to.equal(0)
    return JSON.parse(stdout) as Json
  }

  async function linguist(home: string, name: string): Promise<void> {
    const folder = all.home(home)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'passphrase'), 'four random words here\n')
    await rogatory(['--home', folder, 'keys', 'create', '--authority', 'xa.moj'], {
      env: { ROGATORY_PASSPHRASE_FILE: join(folder, 'passphrase') },
    })
    const profile = await readFile(join(all.home('xa'), 'profile.json'), 'utf8')
    await writeFile(join(folder, 'profile.json'), profile)
    const public_ = join(folder, 'officer.public.json')
    await done(
      ...['xa', 'officer', 'add', '--keys', public_, '--name', name, '--roles', 'translator'],
      ...['--authority-keys', join(all.data, 'xa.moj')],
      ...['--authority-passphrase-file', join(all.data, 'xa.moj', 'passphrase')],
    )
    const { officers } = await done('xa', 'officer', 'list')
    const found = (officers as { name: string; kid: string }[]).find((one) => one.name === name)
    keys[home] = found?.kid ?? ''
  }

  it('is declined, passed on, returned, reviewed, certified; one document, and no other', async () => {
    await linguist('tariq', 'Tariq Translator')
    await linguist('tove', 'Tove Translator')
    await linguist('rita', 'Rita Reviewer')
    const alma = await all.officer('xa')
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      documents: [await diskDocument(file('request.txt')), await diskDocument(file('secret.txt'))],
    })
    await deliverPackage(alma, id)

    const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
    const given = await done(
      ...['xa', 'translation', 'hand-off', id, '--document', 'request.txt'],
      ...['--from', 'ar', '--to', 'fr', '--purpose', 'Service abroad'],
      ...[
        '--translator',
        keys['tariq'] ?? '',
        keys['tove'] ?? '',
        '--reviewer',
        keys['rita'] ?? '',
      ],
      ...['--accept-by', at(1), at(4), '--due', at(3), at(9), '--remind', at(2), at(8)],
    )
    const handoff = String(given['handoff'])
    expect(given).to.include({ stage: 'assigned', turn: 0 })
    const unseen = await run('tove', 'translation', 'show', handoff)
    expect([unseen.code, unseen.stdout.includes('handoff-unknown')]).to.deep.equal([3, true])
    await done('tariq', 'translation', 'decline', handoff, '--reason', 'capacity')

    // The worker passes it on.
    let own: Json[] = []
    const givenUp = Date.now() + 60_000
    while (own.length === 0 && Date.now() < givenUp) {
      own = (await done('tove', 'translation', 'list'))['handoffs'] as Json[]
    }
    expect(own[0]).to.include({ handoff, turn: 1, stage: 'assigned' })
    const late = await run('tariq', 'translation', 'accept', handoff)
    expect(late.stdout).to.include('handoff-reassigned')
    const accredited = ['--accreditation', '7', '--accredited-by', 'Ministry of Justice']
    await done('tove', 'translation', 'accept', handoff, ...accredited)

    const opened = await done('tove', 'translation', 'open', handoff, '--out', file('source'))
    const documents = opened['documents'] as { item: string; path: string }[]
    expect(documents.map(({ path }) => path)).to.deep.equal([join(desk, 'source', 'request.txt')])
    expect(await readFile(join(desk, 'source', 'request.txt'))).to.deep.equal(
      await readFile(file('request.txt')),
    )
    const item = documents[0]?.item ?? ''
    const empty = await run(
      'tove',
      'translation',
      'return',
      handoff,
      `${item}=${file('empty.txt')}`,
    )
    expect([empty.code, empty.stdout.includes('translation-empty')]).to.deep.equal([2, true])
    await done('tove', 'translation', 'return', handoff, `${item}=${file('requete.txt')}`)
    const back = ['translation', 'open', handoff, '--translation', '--out']
    for (const reader of ['rita', 'xa']) {
      await done(reader, ...back, file(`back-${reader}`))
      expect(await readFile(join(file(`back-${reader}`), 'requete.txt'))).to.deep.equal(
        await readFile(file('requete.txt')),
      )
    }
    await done('rita', 'translation', 'review', handoff, '--outcome', 'approved', '--note', 'Good')
    await done('tove', 'translation', 'certify', handoff, ...accredited)
    const countersigned = await done('rita', 'translation', 'countersign', handoff)
    const codes = (countersigned['evidence'] as { code: string }[]).map(({ code }) => code)
    expect(codes.join(' ')).to.equal('H.1 H.3 H.6 H.2 H.7 H.8 H.9 H.10')

    await done('xa', 'translation', 'recall', handoff, '--ground', 'source-changed')
    expect(await done('xa', 'translation', 'show', handoff)).to.include({ stage: 'superseded' })
    const over = await run('tove', 'translation', 'open', handoff, '--out', file('again'))
    expect(over.code).to.equal(3)
  })
})
