import { expect } from 'chai'
import {
  compareDirectories,
  rememberedDirectory,
} from '#client/core/directory/compare-directories.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { directoryView } from '#client/core/directory/directory-view.js'
import { keyChanges } from '#client/core/directory/key-changes.js'
import { observeLog } from '#client/core/log/observe-log.js'
import { ownAlarms } from '#client/core/log/own-alarms.js'
import { pinnedMemory } from '#client/core/log/pinned-memory.js'
import type { Session } from '#client/core/session/session.js'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import type { AuthorityRecord } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryPlatform } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'
import { entryKeyOf } from '#test/support/world/parties.js'
import { world } from '#test/support/world/world.js'

/** A relay with every key of its own, and the identity key of Xbland: what it shows is correctly signed. */
describe('a malicious relay', () => {
  let net: Constellation
  let trusting: Session['trust']
  beforeEach(async () => {
    net = await constellation()
    const key = await noteKey('relay.example/log', 'note', await logKey())
    trusting = { ...net.ana.trust, logs: [formatVerifierKey(key)] }
    await net.settle()
  })
  const logKey = async () => (await world()).relay.logKey
  const later = (seconds: number) => net.relay.setClock(after(NOW, seconds))
  const lie = (change: (record: AuthorityRecord) => unknown) => {
    net.lies.answers.readAuthority = change
  }

  /** A machine of its own, which trusts the relay's log and waits for nothing. */
  function machine(session: Session): Session {
    const platform = memoryPlatform(() => net.relay.clock.now(), net.crash)
    const { relay, relayId } = session
    return {
      ...session,
      platform,
      trust: trusting,
      directory: directoryView(relay, relayId, trusting, platform, 0),
    }
  }
  const send = (session: Session) => composePackage(session, net.draftOf())

  /** A second version of Xbland's entry, with a sealing key of the relay's. */
  async function substitute(name = 'Xbland'): Promise<string> {
    const { claims, entry, identity } = net.relay.xb
    const sealing = await generateOpeningKey('x25519')
    return signEntry(
      {
        ...claims,
        version: 2,
        supersedes: entry.digest,
        names: { en: name },
        validFrom: net.relay.clock.now().toISOString(),
        keys: [
          ...claims.keys.filter(({ purpose }) => purpose !== 'envelopes'),
          entryKeyOf('envelopes', sealing),
        ],
      },
      identity,
    )
  }
  const showing = (statement: string) => (record: AuthorityRecord) =>
    record.entries[0]?.statement === net.relay.xb.entry.statement
      ? { ...record, entries: [...record.entries, { ...record.entries[0], statement }] }
      : record

  it('that is honest, is believed: entry and acceptance are in the log', async () => {
    expect(await codeOf(() => send(machine(net.ana)))).to.equal('nothing was refused')
  })

  it('is caught when it shows a substituted key and does not log it', async () => {
    const statement = await substitute()
    lie(showing(statement))
    expect(await codeOf(() => send(machine(net.ana)))).to.equal('directory-pending')
  })

  it('is caught when the proof for the substituted key is that of another leaf', async () => {
    const statement = await substitute()
    lie(showing(statement))
    const { relay } = net.ana
    const honest = await relay.call('readInclusion', {
      params: { digest: net.relay.xb.entry.digest },
    })
    const ana = machine({
      ...net.ana,
      relay: {
        ...relay,
        call: ((name: string, input: never) =>
          name === 'readInclusion'
            ? Promise.resolve(honest)
            : relay.call(name as 'readAuthority', input)) as typeof relay.call,
      },
    })
    expect(await codeOf(() => send(ana))).to.equal('directory-unlogged')
  })

  it('is caught by the authority itself when the substituted key is logged and shown to all', async () => {
    const berta = machine(net.berta)
    expect(await ownAlarms(berta)).to.deep.equal([])
    later(60)
    await net.relay.publishEntry({ entry: await substitute() })
    await net.settle()
    expect((await ownAlarms(berta)).map(({ code }) => code)).to.deep.equal([
      'entry-foreign-key',
      'entry-new-version',
    ])
    const ana = machine(net.ana)
    await ana.directory.history(net.relay.xb.id)
    const changes = await keyChanges(berta.platform.seen, [net.relay.xb.id])
    expect(
      changes.map(({ version, told, added, removed }) => [
        version,
        told,
        added.length,
        removed.length,
      ]),
    ).to.deep.equal([[2, false, 1, 1]])
    expect(await keyChanges(ana.platform.seen, [net.relay.xb.id]), 'nobody told').to.have.length(1)
  })

  it('is caught when it hides a version, or shows a stale entry, that this machine has seen', async () => {
    const ana = machine(net.ana)
    later(60)
    await net.relay.publishEntry({ entry: await substitute() })
    await ana.directory.history(net.relay.xb.id)
    later(120)
    lie((record) => ({ ...record, entries: record.entries.slice(0, 1) }))
    const again = {
      ...ana,
      directory: directoryView(ana.relay, ana.relayId, trusting, ana.platform),
    }
    expect(await codeOf(() => send(again))).to.equal('directory-stale')
    lie((record) => ({ ...record, entries: record.entries.slice(1) }))
    expect(await codeOf(() => machine(net.ana).directory.history(net.relay.xb.id))).to.equal(
      'directory/entry',
    )
  })

  it('is caught when it shows two clients different histories, as soon as they compare', async () => {
    later(60)
    const berta = machine(net.berta)
    lie(showing(await substitute('another')))
    await berta.directory.history(net.relay.xb.id)
    const hers = await rememberedDirectory(berta.platform.seen)
    net.lies.answers = {}
    const ana = machine(net.ana)
    const hidden = () => compareDirectories(ana.directory, hers)
    expect(await codeOf(hidden)).to.equal('directory-forked')
    await net.relay.publishEntry({ entry: await substitute() })
    expect(await codeOf(hidden)).to.equal('directory-forked')
    const mine = await rememberedDirectory(ana.platform.seen)
    expect(await compareDirectories(machine(net.ana).directory, mine)).to.include('xb.pgo')
  })

  it('is caught when it signs two trees for two clients', async () => {
    const ana = machine(net.ana)
    const seen = await observeLog(observerOf(ana))
    if (seen === undefined) throw new Error('the log has a checkpoint')
    const key = await noteKey('relay.example/log', 'note', await logKey())
    const { origin, size } = seen
    const root = new Uint8Array(32).fill(7)
    const other = await signCheckpoint({ origin, size, root, extensions: [] }, key)
    const berta = observerOf(machine(net.berta))
    const memory = pinnedMemory(origin, other, berta.memory)
    expect(await codeOf(() => observeLog({ ...berta, memory }))).to.equal('log-breach')
    expect((await berta.memory.breaches()).map(({ breach }) => breach)).to.deep.equal(['forked'])
    // And by the very proof that it gives for an entry.
    net.lies.answers.readInclusion = (proof: object) => ({
      ...proof,
      checkpoint: other,
      path: [toBase64(root)],
    })
    expect(await codeOf(() => send(ana))).to.equal('log-breach')
  })

  it('is caught when it omits a revocation that this machine has seen', async () => {
    const ana = machine(net.ana)
    const { xb, registrar } = net.relay
    const at = NOW.toISOString()
    const claims = { authority: xb.id, kid: registrar.key.kid, since: at, declared: at }
    const revocation = await signRevocation({ ...claims, reason: 'left' }, xb.credentialsKey)
    await net.relay.publishRevocation({ revocation })
    await ana.directory.history(xb.id)
    later(60)
    lie((record) => ({ ...record, revocations: [] }))
    expect(await codeOf(() => send(ana))).to.equal('revocation-omitted')
  })

  it('is caught when it hides a suspension, or its lifting, that this machine or another has seen', async () => {
    const ana = machine(net.ana)
    const { xb } = net.relay
    const declare = async (standing: 'suspended' | 'lifted') => {
      const at = net.relay.clock.now().toISOString()
      const claims = { authority: xb.id, standing, reason: 'Inquiry', since: at, declared: at }
      const suspension = await signSuspension(claims, net.relay.operatorKey)
      await net.relay.publishSuspension({ suspension })
    }
    await declare('suspended')
    later(60)
    await declare('lifted')
    await ana.directory.history(xb.id)
    later(120)
    for (const [hidden, what] of [
      [0, 'was suspended'],
      [1, 'was let on again'],
    ] as const) {
      lie((record) => ({
        ...record,
        suspensions: record.suspensions.filter((_, place) => place !== hidden),
      }))
      ana.directory.forget(xb.id)
      const refusal = await rejection(send(ana))
      expect(refusal).to.include({ code: 'suspension-omitted' })
      expect(refusal).to.have.property('message').that.includes(what)
      const theirs = await rememberedDirectory(ana.platform.seen)
      const compared = () => compareDirectories(machine(net.ana).directory, theirs)
      expect(await codeOf(compared)).to.equal('directory-forked')
    }
  })

  it('is not believed when somebody else than its operator suspends, or another is meant', async () => {
    const { xa, xb, operatorKey } = net.relay
    const at = NOW.toISOString()
    const claims = { standing: 'suspended', reason: 'Inquiry', since: at, declared: at } as const
    const forged = [
      await signSuspension({ ...claims, authority: xb.id }, xb.credentialsKey),
      await signSuspension({ ...claims, authority: xa.id }, operatorKey),
    ]
    const codes = ['directory-untrusted', 'directory/suspension']
    for (const [place, statement] of forged.entries()) {
      lie((record) =>
        record.entries[0]?.statement === xb.entry.statement
          ? { ...record, suspensions: [{ ...record.entries[0], statement }] }
          : record,
      )
      const look = () => machine(net.ana).directory.history(xb.id)
      expect(await codeOf(look)).to.equal(codes[place])
    }
  })

  it('is caught when it shows an acceptance of something else', async () => {
    const { xa, xb } = net.relay
    const other = await net.ana.relay.call('readAuthority', { params: { authority: xa.id } })
    lie((record) =>
      record.entries[0]?.statement === xb.entry.statement
        ? {
            ...record,
            entries: record.entries.map((entry) => ({
              ...entry,
              evidence: other.entries[0]?.evidence,
            })),
          }
        : record,
    )
    expect(await codeOf(() => send(machine(net.ana)))).to.equal('evidence-untrusted')
  })

  it('is caught when it holds another credential for the officer’s key', async () => {
    const { berta } = net
    net.lies.answers.readCredential = (record: object) => ({
      ...record,
      statement: net.relay.drafter.credential,
    })
    expect((await ownAlarms(machine(berta))).map(({ code }) => code)).to.deep.equal([
      'credential-other',
    ])
  })
})

const observerOf = ({ relay, trust, platform }: Session) => ({
  relay,
  trust,
  memory: platform.logs,
  now: () => platform.now(),
})
