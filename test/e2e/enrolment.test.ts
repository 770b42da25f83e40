import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { exampleAuthorities } from '#client/example/authorities.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { exampleForm } from '#client/example/request-form.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { startProcess } from '#test/support/constellation/product-process.js'

const Begun = z.object({ application: z.string(), fingerprint: z.string() })
const Requests = z.object({
  requests: z.array(z.object({ id: z.string(), authority: z.string(), fingerprint: z.string() })),
})

/** A third authority comes in from nothing, as two people would type it, and writes to another. */
describe('enrolment on the command line', function () {
  this.timeout(300_000)
  let all: Constellation
  let files: Record<'entry' | 'invitation' | 'passphrase' | 'home' | 'trust', string>
  let begun: z.infer<typeof Begun>

  before(async () => {
    all = await constellation()
    const at = (name: string) => join(all.data, name)
    files = {
      entry: at('entry.json'),
      invitation: at('invitation.txt'),
      passphrase: at('passphrase'),
      home: at('xc'),
      trust: at('trust.json'),
    }
    const [model] = exampleAuthorities
    const about = {
      authority: 'xc.moj',
      state: 'XC',
      names: { en: 'Ministry of Justice of Cordia' },
    }
    await writeFile(files.entry, JSON.stringify({ ...model?.data, ...about }))
    await writeFile(files.passphrase, 'four random words here\n')
  })
  after(() => all.close())

  const run = (...words: string[]) =>
    rogatory(['--json', '--passphrase-file', files.passphrase, '--home', files.home, ...words], {
      env: {
        RELAY_ID: 'zz.relay',
        RELAY_ORIGIN: all.origin,
        ROGATORY_OPERATOR: join(all.data, 'operator'),
      },
    })
  async function done<S extends z.ZodType>(schema: S, ...words: string[]): Promise<z.output<S>> {
    const { code, stdout, stderr } = await run(...words)
    expect(code, stdout + stderr).to.equal(0)
    return schema.parse(JSON.parse(stdout))
  }
  async function refused(exit: number, code: string, ...words: string[]) {
    const { code: ended, stdout } = await run(...words)
    expect(JSON.parse(stdout), stdout).to.have.nested.property('error.code', code)
    expect(ended).to.equal(exit)
  }
  const begin = (invitation = files.invitation, out = files.home) => [
    ...['enrol', 'begin', '--invitation', invitation, '--entry', files.entry, '--out', out],
    ...['--officer', 'Carla Cortez:admin,case', '--trust', files.trust],
  ]

  it('begins with the operator’s invitation: keys and application, the same one again', async () => {
    const Invited = z.object({ invitation: z.string() })
    const words = ['operator', 'invite', '--authority', 'xc.moj', '--name', 'Ministry of Cordia']
    const { invitation } = await done(Invited, ...words)
    await writeFile(files.invitation, `${invitation}\n`)
    begun = await done(Begun, ...begin())
    expect(begun.fingerprint).to.match(/^\d{4}( \d{4}){7}$/)
    expect(await done(Begun, ...begin())).to.deep.equal(begun)
    const key = join(files.home, 'authority', 'identity-key.pem')
    expect(await readFile(key, 'utf8')).to.match(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/)
    expect((await stat(key)).mode & 0o777).to.equal(0o600)
  })

  it('takes an invitation once, unaltered, for whom it names', async () => {
    await refused(3, 'invitation-used', ...begin(files.invitation, join(all.data, 'thief')))
    const forged = join(all.data, 'forged.txt')
    const other = join(all.data, 'other')
    const text = await readFile(files.invitation, 'utf8')
    const [head = '', body = ''] = text.split('.')
    await writeFile(forged, `${head}.${body}.${Buffer.alloc(64, 1).toString('base64url')}`)
    await refused(3, 'statement-invalid', ...begin(forged, other))
    await writeFile(forged, 'come in')
    await refused(2, 'usage', ...begin(forged, join(all.data, 'another')))
  })

  it('waits until the operator has heard the fingerprint', async () => {
    const { code, stdout } = await run('enrol', 'status')
    expect(JSON.parse(stdout)).to.include({ ...begun, state: 'waiting' })
    expect(code).to.equal(7)
    await refused(7, 'enrolment-pending', 'enrol', 'complete')
    const { requests } = await done(Requests, 'operator', 'requests')
    expect(requests).to.have.length(1)
    expect(requests[0]).to.include({ id: begun.application, authority: 'xc.moj' })
    const id = begun.application.slice(0, 12)
    const wrong = begun.fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    await refused(4, 'fingerprint-mismatch', 'operator', 'approve', id, '--fingerprint', wrong)
    await done(z.object({}), 'operator', 'approve', id, '--fingerprint', begun.fingerprint)
    await refused(2, 'enrolment-unknown', 'operator', 'refuse', id, '--reason', 'Too late.')
  })

  it('completes, whatever was cut off', async () => {
    await writeFile(files.passphrase, 'not the words at all\n')
    await refused(6, 'pki/passphrase', 'enrol', 'complete')
    await writeFile(files.passphrase, 'four random words here\n')
    await killedInTheMiddle()
    await done(z.object({}), 'enrol', 'complete')
    const entry = async () =>
      (await done(z.object({ digest: z.string() }), 'directory', 'show', 'xc.moj')).digest
    const before = await entry()
    await rm(join(files.home, 'profile.json'))
    await done(z.object({}), 'enrol', 'complete')
    await done(z.object({}), 'enrol', 'complete')
    expect(await entry()).to.equal(before)
  })

  /** Once the keys are made, and before or while the relay is told: kill -9 of both. */
  async function killedInTheMiddle(): Promise<void> {
    const command = startProcess('client/cli/main', 'dist', process.env, [
      ...['--passphrase-file', files.passphrase, '--home', files.home, 'enrol', 'complete'],
    ])
    const publication = join(files.home, 'authority', 'publication.json')
    while ((await stat(publication).catch(() => undefined)) === undefined) {
      expect(command.child.exitCode, command.lines.join('\n')).to.equal(null)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await Promise.all([command.kill(), all.kill('relay')])
    await all.restart('relay')
  }

  it('leaves a home from which a request is sent, and acknowledged at the other end', async () => {
    const form = join(all.data, 'form.json')
    const letter = join(all.data, 'letter.pdf')
    await writeFile(form, JSON.stringify(exampleForm))
    await writeFile(letter, letterPdf(['Request of Cordia']))
    const what = ['--template', 'mla-request@2', '--form', form, '--attach', letter]
    const Sent = z.object({ package: z.string() })
    const sent = await done(Sent, 'send', '--to', 'xb.pgo', ...what)
    const as = async (...words: string[]) => {
      const { code, stdout, stderr } = await rogatory([
        '--home',
        all.home('xb'),
        '--json',
        ...words,
      ])
      expect(code, stdout + stderr).to.equal(0)
    }
    await arrived(await all.officer('xb'), sent.package)
    await as('open', sent.package, '--out', join(all.data, 'received'))
    await as('acknowledge', sent.package)
    const { stdout } = await run('status', sent.package)
    expect(stdout).to.include('C.3')

    const hold = ['operator', 'hold']
    const why = ['--reason', 'Order of a court']
    await done(z.object({}), ...hold, 'place', 'court-1', '--package', sent.package, ...why)
    const { holds } = await done(z.object({ holds: z.array(z.unknown()) }), ...hold, 'list')
    expect(holds).to.have.length(1)
    const days = ['--routine', '3650', '--undecided', 'never']
    const set = await done(
      z.object({ schedule: z.unknown() }),
      'operator',
      'retention',
      'set',
      ...days,
    )
    expect(set.schedule).to.deep.include({ version: 1 })
  })
})
