import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { watchEvents } from '#client/core/session/watch-events.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'

/** An officer comes and goes, and the authority's keys change, as an administrator would type it. */
describe('officers and keys on the command line', function () {
  this.timeout(300_000)
  let all: Constellation
  const passphrase = 'four random words here'

  before(async () => {
    all = await constellation({ from: 'sources' })
  })
  after(() => all.close())

  const run = (home: string, ...words: string[]) =>
    rogatory(['--json', '--home', all.home(home), ...words])
  async function done(home: string, ...words: string[]): Promise<Record<string, unknown>> {
    const { code, stdout } = await run(home, ...words)
    // Standard error may warn of changes that others of the authority have made: rightly so.
    expect(code, stdout).to.equal(0)
    return JSON.parse(stdout) as Record<string, unknown>
  }
  const withKeys = () => [
    ...['--authority-keys', join(all.data, 'xa.moj')],
    ...['--authority-passphrase-file', join(all.data, 'xa.moj', 'passphrase')],
  ]
  async function standing(): Promise<Record<string, string>> {
    const { officers } = (await done('xa', 'officer', 'list')) as {
      officers: { name: string; standing: string }[]
    }
    return Object.fromEntries(officers.map((officer) => [officer.name, officer.standing]))
  }

  it('lets a newcomer in, who only needs to log in', async () => {
    const home = all.home('nia')
    await mkdir(home, { recursive: true })
    await writeFile(join(home, 'passphrase'), `${passphrase}\n`)
    await rogatory(['--home', home, 'keys', 'create', '--authority', 'xa.moj'], {
      env: { ROGATORY_PASSPHRASE_FILE: join(home, 'passphrase') },
    })
    const profile = await readFile(join(all.home('xa'), 'profile.json'), 'utf8')
    await writeFile(join(home, 'profile.json'), profile)
    expect(await run('nia', 'inbox')).to.include({ code: 6 })

    const keys = join(home, 'officer.public.json')
    const words = ['officer', 'add', '--keys', keys, '--name', 'Nia New', '--roles', 'case', 'duty']
    await done('xa', ...words, ...withKeys())
    await done('xa', ...words, ...withKeys())
    expect(await standing()).to.include({ 'Nia New': 'active', 'Alma Reyes': 'active' })
    await done('nia', 'inbox')
  })

  it('refuses what would leave no administrator', async () => {
    const { code, stdout } = await run('xa', 'officer', 'remove', 'Alma Reyes', ...withKeys())
    expect(code).to.equal(3)
    expect(stdout).to.include('last-admin')
  })

  it('changes the keys of the authority under everybody’s feet', async () => {
    await done('xa', 'keys', 'rotate', ...withKeys())
    await done('nia', 'inbox')
    await done('xa', 'keys', 'status')
  })

  it('renews in one command', async () => {
    const { request } = await done('xa', 'keys', 'renew', ...withKeys())
    expect(request).to.equal(null)
  })

  it('puts an officer out: the socket is closed, and nothing opens any more', async () => {
    const nia = await all.officer('nia')
    const gone = new EventTarget()
    const ended = once(gone, 'end')
    const connected = once(gone, 'connected')
    await watchEvents(nia, -1, {
      onEvent: () => undefined,
      onConnection: (state) => gone.dispatchEvent(new Event(state)),
      onEnd: () => gone.dispatchEvent(new Event('end')),
    })
    await connected
    await done('xa', 'officer', 'remove', 'Nia New', ...withKeys())
    await ended
    expect(await standing()).to.include({ 'Nia New': 'revoked' })
    expect((await run('nia', 'inbox')).code).to.equal(3)
    const { officers } = (await done('xa', 'officer', 'list')) as {
      officers: { name: string; kid: string }[]
    }
    const kid = officers.find(({ name }) => name === 'Nia New')?.kid ?? ''
    const since = ['--kid', kid, '--since', new Date().toISOString()]
    expect(await done('xa', 'keys', 'impact', ...since)).to.deep.include({ acts: [] })
  })

  it('revokes a stolen key as of a moment, and lists what it signed before and after', async () => {
    const tomas = await all.officer('xa-legal')
    const send = async () => {
      const form = { purpose: 'Service of a summons' }
      const template = { id: 'mla-request', version: 1 }
      const to = [AuthorityId.parse('xb.pgo')]
      const id = await composePackage(tomas, { to, template, form, documents: [] })
      const { payload } = await deliverPackage(tomas, id)
      return { id, observed: payload.submitted }
    }
    const before = await send()
    const stolen = await send()
    // Submitted at that very moment counts as after it.
    const since = stolen.observed
    expect(before.observed < since).to.equal(true)
    const { kid } = tomas.officer.credential.payload
    const revoke = ['keys', 'revoke', '--kid', kid, '--since', since, ...withKeys()]
    const shown = (await done('xa', ...revoke)) as { acts: { package: string }[] }
    const acts = Object.fromEntries(shown.acts.map((act) => [act.package, act]))
    expect(shown).to.include({ kid, since, vault: true })
    expect(acts[before.id]).to.include({ act: 'header', provable: true })
    expect(acts[stolen.id]).to.include({ act: 'header', provable: false })
    expect(await codeOf(() => send())).to.equal('credential-revoked')
    // Said again, as after a lost answer: nothing more is published.
    expect(await done('xa', ...revoke)).to.deep.equal(shown)
    const told = await rogatory(['--home', all.home('xa'), ...revoke])
    expect(told.stdout).to.match(
      new RegExp(`observed before.*${before.id}.*proves nothing any more.*${stolen.id}`, 's'),
    )
  })

  it('changes what the entry says, from a file, once the difference was seen', async () => {
    const file = join(all.data, 'entry.json')
    await done('xa', 'directory', 'own', '--out', file)
    const entry = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    expect(await done('xa', 'directory', 'edit', file, ...withKeys())).to.include.keys('version')
    const dutyContact = { telephone: '+41 22 000 0099' }
    await writeFile(
      file,
      JSON.stringify({ ...entry, requirements: ['In two copies.'], dutyContact }),
    )
    // Nobody is there to say yes: the difference is told, and nothing is signed.
    const asked = await run('xa', 'directory', 'edit', file, ...withKeys())
    expect(asked.code).to.equal(2)
    expect(asked.stderr).to.include('+ "In two copies."').and.include('+41 22 000 0099')
    const before = await done('xa', 'directory', 'own')
    expect(before).to.deep.equal(entry)
    const published = await done('xa', 'directory', 'edit', file, '--yes', ...withKeys())
    expect(published['changed']).to.deep.equal(['requirements', 'dutyContact'])
    // Another authority reads it; what the file does not name stays.
    const { entry: seen } = (await done('xb', 'directory', 'show', 'xa.moj')) as {
      entry: Record<string, unknown>
    }
    expect(seen).to.deep.include({ ...entry, requirements: ['In two copies.'], dutyContact })
    expect(seen['version']).to.equal(published['version'])
  })

  it('stops the mail of an authority by the operator’s word, and lets it go on', async () => {
    const operator = [
      ...['--relay', all.origin, '--reason', 'Inquiry 7'],
      ...['--operator-key', join(all.data, 'operator', 'operator-key.json')],
    ]
    await done('xa', 'operator', 'suspend', 'xb.pgo', ...operator)
    const record = async () =>
      (await (await fetch(`${all.origin}/v1/directory/xb.pgo`)).json()) as { suspensions: object[] }
    expect((await record()).suspensions).to.have.length(1)

    const place = ['--origin', all.origin, '--relay-id', 'zz.relay']
    const words = [...place, '--operator-key', operator.at(-1) ?? '']
    const { code, stdout } = await run('xa', 'operator', 'status', ...words)
    const status = JSON.parse(stdout) as Record<string, unknown> & { troubles: string[] }
    expect(code).to.equal(status.troubles.length === 0 ? 0 : 7)
    expect(status).to.nested.include({
      'operations.workers.leading': 1,
      'network.suspended[0].authority': 'xb.pgo',
      'network.suspended[0].reason': 'Inquiry 7',
    })
    expect(status).to.have.nested.property('log.size').that.is.above(0)
    const shown = await rogatory(['--home', all.home('xa'), 'operator', 'status', ...words])
    expect(shown.stdout).to.match(/1 lead the log.*entries, verified.*suspended +xb\.pgo/s)
    await done('xa', 'operator', 'lift', 'xb.pgo', ...operator)
    expect((await record()).suspensions).to.have.length(2)

    const audit = (...filter: string[]) => done('xa', 'operator', 'audit', ...words, ...filter)
    type Act = Record<string, unknown> & { readonly leaf: number | null; readonly kid: string }
    const stated = async (...filter: string[]) => {
      const said = await audit('--authority', 'xb.pgo', '--code', 'X.4', ...filter)
      return said as { acts: Act[]; doubtful: object[]; more: boolean }
    }
    let found = await stated()
    // A moment later both are in the log.
    while (found.acts.some(({ leaf }) => leaf === null)) found = await stated()
    const { acts, doubtful, more } = found
    expect({ doubtful, more }).to.deep.equal({ doubtful: [], more: false })
    const [lifted, suspended, ...others] = acts
    expect(others).to.deep.equal([])
    expect(lifted).to.deep.include({ code: 'X.4', by: 'operator', about: 'xb.pgo' })
    expect(lifted).to.nested.include({ 'said.standing': 'lifted', 'said.reason': 'Inquiry 7' })
    expect(suspended).to.nested.include({ 'said.standing': 'suspended', kid: lifted?.kid })
    expect((await stated('--most', '1')).more).to.equal(true)
    expect((await stated('--until', String(suspended?.['at']))).acts).to.have.length(1)
    const table = await rogatory(['--home', all.home('xa'), 'operator', 'audit', ...words])
    expect(table.code, table.stderr).to.equal(0)
    expect(table.stdout).to.match(
      /xb\.pgo +stopped its mail: Inquiry 7 +operator \S+ +\d+ +X\.4 [0-9a-f]{64}/,
    )
    expect(table.stdout).to.match(/vouched for Nia New/)
    const wrong = await run('xa', 'operator', 'audit', ...words, '--code', 'X.9')
    expect(wrong.code).to.equal(2)
  })
})
