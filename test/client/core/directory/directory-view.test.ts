import { expect } from 'chai'
import { directoryView } from '#client/core/directory/directory-view.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import type { AuthorityRecord, DirectoryRecord } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('the directory as a client sees it', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const asked = () => net.crash.trace.filter((effect) => effect === 'readAuthority').length
  const view = () => net.ana.directory
  const lie = (change: (record: AuthorityRecord) => unknown) => {
    net.lies.answers.readAuthority = change
  }
  const later = (seconds: number) => net.relay.setClock(after(NOW, seconds))

  /** Xbland's next version, published; `name` makes it differ from others. */
  async function rotate(name = 'Xbland, renamed') {
    const { claims, entry, identity } = net.relay.xb
    const validFrom = net.relay.clock.now().toISOString()
    const next = { version: 2, supersedes: entry.digest, names: { en: name }, validFrom }
    const statement = await signEntry({ ...claims, ...next }, identity)
    await net.relay.publishEntry({ entry: statement })
    return view().version(net.relay.xb.id, await digest(statement))
  }
  const digest = async (statement: string) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(statement))).toString('hex')

  it('asks once for what it was asked at the same time and soon after', async () => {
    const { xb } = net.relay
    await Promise.all([view().current(xb.id), view().history(xb.id), view().revocations(xb.id)])
    later(29)
    await view().current(xb.id)
    expect(asked()).to.equal(1)
    later(31)
    await view().current(xb.id)
    expect(asked()).to.equal(2)
  })

  it('finds a version, a key and a moment that came after it had looked', async () => {
    const { xb } = net.relay
    await view().current(xb.id)
    later(5)
    const next = await rotate()
    expect(next.payload.version).to.equal(2)
    later(8)
    expect((await view().at(xb.id, after(NOW, 7))).payload.version).to.equal(2)
    expect((await view().at(xb.id, after(NOW, 4))).payload.version).to.equal(1)
    const kid = next.payload.keys[0]?.kid ?? ''
    expect((await view().withKey(xb.id, kid)).payload.version).to.equal(2)
  })

  it('refuses what the relay does not show', async () => {
    const { xb } = net.relay
    expect(await codeOf(() => view().version(xb.id, '0'.repeat(64)))).to.equal(
      'directory-untrusted',
    )
    expect(await codeOf(() => view().withKey(xb.id, 'x'))).to.equal('directory-untrusted')
    expect(await codeOf(() => view().at(xb.id, new Date(0)))).to.equal('directory-untrusted')
    expect(await codeOf(() => view().current('xx.none' as never))).to.equal('authority-unknown')
  })

  it('refuses a history that was taken back, replaced, or forgot a revocation', async () => {
    const { xb, registrar } = net.relay
    const revocation = await signRevocation(
      {
        authority: xb.id,
        kid: registrar.key.kid,
        since: NOW.toISOString(),
        reason: 'left',
        declared: NOW.toISOString(),
      },
      xb.credentialsKey,
    )
    await net.relay.publishRevocation({ revocation })
    await rotate()
    expect(await view().revocations(xb.id)).to.have.length(1)
    const { entries } = await net.ana.relay.call('readAuthority', { params: { authority: xb.id } })
    const [, second] = entries
    if (second === undefined) throw new Error('two versions were published')
    const { claims, entry, identity } = xb
    const validFrom = NOW.toISOString()
    const other = { version: 2, supersedes: entry.digest, names: { en: 'Split' }, validFrom }
    const statement = await signEntry({ ...claims, ...other }, identity)
    const replaced = { ...second, statement }
    const lies: Record<string, (record: AuthorityRecord) => unknown> = {
      'directory-stale': (record) => ({ ...record, entries: record.entries.slice(0, 1) }),
      'directory-rewritten': (record) => ({ ...record, entries: [record.entries[0], replaced] }),
      'revocation-omitted': (record) => ({ ...record, revocations: [] }),
    }
    for (const [position, [code, change]] of Object.entries(lies).entries()) {
      later(40 * (position + 1))
      lie(change)
      expect(await codeOf(() => view().history(xb.id))).to.equal(code)
    }
    net.lies.answers = {}
    expect(await view().history(xb.id)).to.have.length(2)
  })

  it('refuses entries of others, in another order, of another kind, under another root', async () => {
    const { xa, xb, relay } = net.relay
    await rotate()
    const own = await net.ana.relay.call('readAuthority', { params: { authority: xa.id } })
    const fresh = (trust = net.ana.trust, relayId = relay.id) =>
      directoryView(net.ana.relay, relayId, trust, net.ana.platform).history(xb.id)
    lie(() => own)
    expect(await codeOf(fresh)).to.match(/^(directory|pki)\//)
    lie((record) => ({ ...record, entries: [...record.entries].reverse() }))
    expect(await codeOf(fresh)).to.match(/^directory\//)
    lie((record) => ({ ...record, revocations: [record.entries[0]] }))
    expect(await codeOf(fresh)).to.equal('directory/revocation')
    lie((record) => ({ ...record, entries: [], revocations: [record.entries[0]] }))
    expect(await codeOf(fresh)).to.equal('directory/revocation')
    net.lies.answers = {}
    expect(await codeOf(() => fresh(net.ana.trust, xb.id))).to.match(/^(directory|pki)\//)
    expect(await codeOf(() => fresh({ ...net.ana.trust, roots: [] }))).to.match(/^pki\//)
  })

  it('lists the authorities that verify and names those that do not', async () => {
    const listing = await view().list()
    expect(listing.refused).to.deep.equal([])
    expect(listing.entries.map(({ payload }) => payload.authority)).to.deep.equal([
      ...['xa.moj', 'xb.pgo', 'xc.court', 'zz.relay'],
    ])
    later(60)
    const { xb } = net.relay
    const answers = net.lies.answers as Record<string, unknown>
    answers['listAuthorities'] = ({
      entries,
      next,
    }: {
      entries: DirectoryRecord[]
      next: null
    }) => ({
      entries: [...entries, { ...entries[0], statement: xb.entry.statement.slice(0, 99) }],
      next,
    })
    lie((record) => ({ ...record, entries: record.entries.slice(0, 0) }))
    const doubtful = await view().list()
    expect(doubtful.entries).to.deep.equal([])
    expect(doubtful.refused).to.include.members(['xa.moj', 'xb.pgo'])
    expect(doubtful.refused).to.have.length(5)
  })

  it('does not take an outage for distrust, nor reads a list without end', async () => {
    net.crash.failAt({ call: 1, when: 'before' })
    expect(
      String(
        await view()
          .list()
          .catch((error: unknown) => error),
      ),
    ).to.include('Outage')
    net.crash.failAt(undefined)
    const answers = net.lies.answers as Record<string, unknown>
    answers['listAuthorities'] = () => ({ entries: [], next: cursorAt('xa.moj') })
    expect(await codeOf(() => view().list())).to.equal('relay-answer')
    let page = 0
    answers['listAuthorities'] = () => ({ entries: [], next: cursorAt(`xa.p${page++}`) })
    expect(await codeOf(() => view().list())).to.equal('relay-answer')
  })
})

const cursorAt = (authority: string) => Buffer.from(authority).toString('base64url')
