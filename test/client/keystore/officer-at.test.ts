import { chmod, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { exitCodeOf, EXIT } from '#client/cli/exit-codes.js'
import { officerAt, passphraseIn } from '#client/keystore/officer-at.js'
import { trustAt } from '#client/keystore/trust-at.js'
import { readProfile } from '#client/keystore/profile.js'
import { createWitnessKey, readWitnessKey } from '#client/keystore/witness-key.js'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { worldTrust } from '#test/support/world/sample-bundle.js'

const RELAY = { origin: 'https://relay.example', id: 'zz.relay' }
const PROFILE = { relay: RELAY, keystore: 'keystore.json', trust: 'trust.json' }

describe('an officer’s home', () => {
  const home = temporaryFolder()
  const write = (name: string, content: unknown) =>
    writeFile(
      join(home.path, name),
      typeof content === 'string' ? content : JSON.stringify(content),
      { mode: 0o600 },
    )

  it('has a profile of one shape', async () => {
    await write('profile.json', PROFILE)
    expect(await readProfile(home.path)).to.deep.equal(PROFILE)
    const origins = [
      'http://relay.example',
      'https://relay.example/',
      'https://relay.example/path',
      'https://user@relay.example',
      'ftp://relay.example',
      'relay.example',
      7,
    ]
    const malformed: unknown[] = [
      '',
      '{',
      [],
      {},
      { ...PROFILE, more: true },
      { ...PROFILE, trust: undefined },
      { ...PROFILE, relay: { ...RELAY, id: '../x' } },
      ...origins.map((origin) => ({ ...PROFILE, relay: { ...RELAY, origin } })),
      `{"keystore":"a",${JSON.stringify(PROFILE).slice(1)}`,
      { ...PROFILE, keystore: 'x'.repeat(70_000) },
    ]
    for (const content of malformed) {
      await write('profile.json', content)
      const refused = await rejection(readProfile(home.path))
      expect(refused, JSON.stringify(content).slice(0, 99)).to.include({ code: 'usage' })
      expect(exitCodeOf(refused)).to.equal(EXIT.usage)
    }
    await write('profile.json', { ...PROFILE, relay: { ...RELAY, origin: 'x' } })
    expect(String(await rejection(readProfile(home.path)))).to.include('(relay.origin)')
    expect(await codeOf(() => readProfile(join(home.path, 'none')))).to.equal('usage')
  })

  it('may be reached without encryption on this very machine only', async () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) {
      const relay = { ...RELAY, origin: `http://${host}` }
      await write('profile.json', { ...PROFILE, relay })
      expect((await readProfile(home.path)).relay.origin).to.equal(relay.origin)
    }
  })

  it('is opened with the right passphrase, which the exit code tells apart', async function () {
    // Passphrases are made slow to try on purpose, and a world of certificates is made here.
    this.timeout(300_000)
    // Nobody listens there.
    const relay = { ...RELAY, origin: 'http://127.0.0.1:1' }
    await write('profile.json', { ...PROFILE, relay })
    await write('trust.json', formatTrustList(await worldTrust()))
    const { content } = await createOfficerKeys(AuthorityId.parse('xa.moj'), 'x25519')
    await write('keystore.json', await sealKeystore(content, 'right'))
    const wrong = await rejection(officerAt(home.path, () => Promise.resolve('wrong')))
    expect(wrong).to.include({ name: 'CryptoError', code: 'keystore/passphrase' })
    expect(exitCodeOf(wrong)).to.equal(EXIT.keys)
    const right = await rejection(officerAt(home.path, () => Promise.resolve('right')))
    expect(right, 'opened, and then on to the relay').to.include({ code: 'relay-unreachable' })
    expect(exitCodeOf(right)).to.equal(EXIT.unreachable)
    const none = await rejection(officerAt(home.path))
    expect(none).to.include({ code: 'keystore-passphrase' })
    expect(exitCodeOf(none)).to.equal(EXIT.keys)
    await write('keystore.json', '{}')
    const malformed = await rejection(officerAt(home.path, () => Promise.resolve('right')))
    expect(malformed).to.include({ code: 'keystore/malformed' })
    expect(exitCodeOf(malformed)).to.equal(EXIT.keys)
  })

  it('names files that can be read', async () => {
    await write('profile.json', { ...PROFILE, passphraseFile: 'passphrase' })
    const missing = () => officerAt(home.path, () => Promise.resolve('x'))
    expect(await codeOf(missing), 'keystore').to.equal('file-unreadable')
    await write('keystore.json', '{}')
    expect(await codeOf(missing), 'trust list').to.equal('file-unreadable')
    await write('trust.json', '[]')
    expect(await codeOf(() => trustAt(home.path))).to.equal('directory/trust')
    await write('trust.json', formatTrustList(await worldTrust()))
    expect(await trustAt(home.path)).to.have.property('roots')
    expect(await codeOf(() => officerAt(home.path)), 'passphrase').to.equal('file-unreadable')
    await write('passphrase', 'first line\r\nsecond line\n')
    expect(await passphraseIn(home.path, 'passphrase')).to.equal('first line')
    expect(await passphraseIn('/nowhere', join(home.path, 'passphrase'))).to.equal('first line')
  })
})

describe('the key of a witness', () => {
  const home = temporaryFolder()
  const file = () => join(home.path, 'witness.json')

  it('is its owner’s alone, and read back as it was made', async () => {
    const made = await createWitnessKey(file(), 'xa.moj/w')
    expect((await stat(file())).mode & 0o777).to.equal(0o600)
    const read = await readWitnessKey(file())
    expect(read).to.include({ name: 'xa.moj/w' })
    expect(read.key.kid).to.equal(made.key.kid)
    expect(await codeOf(() => createWitnessKey(file(), 'xa.moj/w'))).to.equal('file-exists')
    expect(await codeOf(() => createWitnessKey(`${file()}2`, 'a+b'))).to.equal('transparency/note')
  })

  it('is not used when others can read it', async () => {
    await createWitnessKey(file(), 'xa.moj/w')
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(file(), mode)
      const refused = await rejection(readWitnessKey(file()))
      expect(refused).to.include({ code: 'keystore-malformed' })
      expect(exitCodeOf(refused)).to.equal(EXIT.keys)
    }
  })

  it('is in a file of one shape', async () => {
    expect(await codeOf(() => readWitnessKey(file()))).to.equal('file-unreadable')
    for (const content of ['', '[]', '{"format":"rogatory-witness-key","version":2}']) {
      await writeFile(file(), content, { mode: 0o600 })
      expect(await codeOf(() => readWitnessKey(file())), content).to.equal('keystore-malformed')
    }
  })
})
