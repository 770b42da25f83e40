import { expect } from 'chai'
import { fromBase64 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { cosignCheckpoint, verifyCosignature } from '#crypto/transparency/cosignature.js'
import { verifyConsistency } from '#crypto/transparency/consistency.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { addCosignatures } from '#server/domain/log/add-cosignatures.js'
import { gatherCosignatures } from '#server/domain/log/gather-cosignatures.js'
import type { Witness } from '#server/domain/log/ports.js'
import { proveConsistency } from '#server/domain/log/prove-consistency.js'
import { readCheckpoint } from '#server/domain/log/read-checkpoint.js'
import { readWitnessed } from '#server/domain/log/read-witnessed.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { trustedWitnessKeys } from '#server/domain/log/trusted-witness-keys.js'
import { callerOf } from '#test/support/fake-relay.js'
import {
  type LoggedStatement,
  memoryCosignatureStore,
  memoryLogStore,
} from '#test/support/memory/memory-log.js'
import { codeOf } from '#test/support/code-of.js'
import { testLogKey } from '#test/support/test-log.js'
import { worldTrust } from '#test/support/world/sample-bundle.js'
import { world } from '#test/support/world/world.js'

/** A log that grows when told, two witnesses with moods, and a clock that the test sets. */
async function witnessed() {
  let now = 1_770_000_000_000
  const clock = { now: () => new Date(now) }
  const statements: LoggedStatement[] = []
  const log = memoryLogStore(() => statements)
  const cosignatures = memoryCosignatureStore()
  const logKey = await testLogKey()
  const round = sequencer({ log, key: logKey, clock })
  const key = async (name: string) =>
    noteKey(name, 'cosignature', await generateSigningKey('x25519'))
  const [one, two] = [await key('xa.moj/w'), await key('xb.pgo/w')]
  const trust = {
    ...(await worldTrust()),
    witnesses: [
      { key: formatVerifierKey(one), authority: AuthorityId.parse('xa.moj') },
      { key: formatVerifierKey(two), authority: AuthorityId.parse('xb.pgo') },
    ],
    quorum: 2,
  }
  const asked: string[] = []
  const moods = new Map<string, 'down' | 'silent' | number>()
  const remembered = new Map<string, number>()
  const witness = (by: typeof one): Witness => ({
    name: by.name,
    async addCheckpoint({ oldSize, note }) {
      asked.push(`${by.name} ${oldSize}`)
      const mood = moods.get(by.name)
      if (mood === 'down') throw new Error('no answer')
      if (mood === 'silent') return { outcome: 'conflict', remembers: undefined }
      const known = mood ?? remembered.get(by.name) ?? 0
      if (known !== oldSize) return { outcome: 'conflict', remembers: known }
      remembered.set(by.name, (await openCheckpoint(note, logKey)).size)
      return { outcome: 'cosigned', lines: await cosignCheckpoint(note, by, now / 1000) }
    },
  })
  const gather = gatherCosignatures({
    log,
    cosignatures,
    clock,
    intervalMs: 5000,
    witnesses: [witness(one), witness(two)],
    keys: await trustedWitnessKeys(trust),
  })
  return {
    log,
    cosignatures,
    logKey,
    one,
    two,
    trust,
    moods,
    remembered,
    clock,
    pass: (seconds: number) => void (now += seconds * 1000),
    async grow(count: number) {
      for (let i = 0; i < count; i++) {
        const statement = `statement ${statements.length}`
        statements.push({ digest: await digestOf(statement), statement, index: null })
      }
      return (await round(1)).size
    },
    /** What was asked, and how it went. */
    async round() {
      asked.length = 0
      const fared = (await gather()).map(({ witness: who, outcome }) => `${who} ${outcome}`)
      return { asked: [...asked], fared }
    },
  }
}

describe('witnesses of the log', () => {
  it('are asked for the newest checkpoint, no oftener than the interval, and not where nothing grew', async () => {
    const w = await witnessed()
    expect((await w.round()).asked).to.deep.equal([])
    await w.grow(3)
    expect((await w.round()).asked).to.deep.equal(['xa.moj/w 0', 'xb.pgo/w 0'])
    await w.grow(4)
    expect((await w.round()).asked, 'too early').to.deep.equal([])
    w.pass(5)
    expect((await w.round()).asked).to.deep.equal(['xa.moj/w 3', 'xb.pgo/w 3'])
    w.pass(60)
    expect((await w.round()).asked, 'nothing grew').to.deep.equal([])
    const { note } = await readCheckpoint(w)()
    await openCheckpoint(note, w.logKey)
    for (const by of [w.one, w.two]) {
      expect((await verifyCosignature(note, by)).timestamp).to.equal(1_770_000_005)
    }
  })

  it('correct what we believe of them, as after a restart of theirs or ours', async () => {
    const w = await witnessed()
    await w.grow(3)
    w.remembered.set('xa.moj/w', 2)
    const { asked, fared } = await w.round()
    expect(asked).to.have.members(['xa.moj/w 0', 'xa.moj/w 2', 'xb.pgo/w 0'])
    expect(fared).to.deep.equal(['xa.moj/w cosigned', 'xb.pgo/w cosigned'])
  })

  it('that fail are asked later and later, and hinder nobody', async () => {
    const w = await witnessed()
    w.moods.set('xa.moj/w', 'down')
    await w.grow(3)
    expect((await w.round()).fared).to.deep.equal(['xa.moj/w failed', 'xb.pgo/w cosigned'])
    expect((await w.round()).asked).to.deep.equal([])
    w.pass(1)
    expect((await w.round()).asked).to.deep.equal(['xa.moj/w 0'])
    w.pass(1)
    expect((await w.round()).asked, 'now after two seconds').to.deep.equal([])
    w.pass(1)
    w.moods.clear()
    expect((await w.round()).fared).to.deep.equal(['xa.moj/w cosigned'])
  })

  it('that remember more than we hold, or another tree, are a conflict', async () => {
    const w = await witnessed()
    await w.grow(3)
    w.moods.set('xa.moj/w', 99)
    w.moods.set('xb.pgo/w', 'silent')
    expect((await w.round()).fared).to.deep.equal(['xa.moj/w conflict', 'xb.pgo/w conflict'])
    expect(await w.cosignatures.earliestFrom(0)).to.deep.equal([])
  })

  it('are shown in proofs by their earliest cosignature that covers, with a consistency proof', async () => {
    const w = await witnessed()
    const size = await w.grow(3)
    w.moods.set('xb.pgo/w', 'down')
    await w.round()
    await w.grow(2)
    w.pass(10)
    w.moods.clear()
    await w.round()
    const found = await readWitnessed({ ...w, proveConsistency: proveConsistency(w) }, size)
    expect(found).to.have.length(2)
    const [first, second] = await Promise.all(
      found.map(({ checkpoint }) => openCheckpoint(checkpoint, w.logKey)),
    )
    expect([first?.size, second?.size]).to.deep.equal([3, 5])
    if (!first || !second) throw new TypeError('two checkpoints')
    await verifyConsistency({
      fromSize: 3,
      fromRoot: first.root,
      toSize: 5,
      toRoot: second.root,
      path: (found[1]?.path ?? []).map(fromBase64),
    })
    await verifyCosignature(found[0]?.checkpoint ?? '', w.one)
    await verifyCosignature(found[1]?.checkpoint ?? '', w.two)
  })

  it('hand in what they cosigned by themselves, with their own key or one of the trust list', async () => {
    const w = await witnessed()
    const size = await w.grow(3)
    const note = (await w.log.checkpoint(size))?.note ?? ''
    const { xa } = await world()
    const officer = await xa.officer('A Witness', ['witness'])
    const caller = callerOf(officer)
    const directory = {
      findCredential: () => Promise.resolve({ statement: officer.credential } as never),
    }
    const add = addCosignatures({ ...w, directory, relay: w })
    const by = (name: string) => noteKey(name, 'cosignature', officer.key)
    const line = async (name: string) => cosignCheckpoint(note, await by(name), 1_770_000_000)
    const hand = (cosignatures: string, of = size) => add(caller, { size: of, cosignatures })

    expect(await hand(await line('xa.moj/witness'))).to.deep.equal({ kept: 1 })
    expect(await hand(await cosignCheckpoint(note, w.one, 1_770_000_000))).to.deep.equal({
      kept: 1,
    })
    expect(await w.cosignatures.forCheckpoint(size)).to.have.length(2)
    expect(await codeOf(async () => hand(await line('xb.pgo/witness'))), 'a foreign name').to.equal(
      'statement-invalid',
    )
    const foreign = await cosignCheckpoint(note, w.two, 1)
    expect(await codeOf(() => hand(foreign)), 'another authority').to.equal('statement-invalid')
    const other = await cosignCheckpoint(note.replace('\n3\n', '\n4\n'), w.one, 1)
    expect(await codeOf(() => hand(other)), 'over another note').to.equal('statement-invalid')
    expect(await codeOf(() => hand('nothing')), 'no lines').to.equal('statement-invalid')
    expect(await codeOf(() => hand(foreign, 4)), 'no checkpoint').to.equal('leaf-unknown')
    const clerk = { ...caller, roles: ['case' as const] }
    expect(await codeOf(() => add(clerk, { size, cosignatures: foreign }))).to.equal(
      'not-permitted',
    )
  })
})
