import { expect } from 'chai'
import fc from 'fast-check'
import { concat, equalBytes } from '#crypto/bytes/bytes.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { CryptoError } from '#crypto/errors.js'
import { attempt } from '#crypto/proof/attempt.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { parseCheckpoint, signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { addSignatures, parseNote } from '#crypto/transparency/note.js'
import { flipBit } from '#test/support/flip-bit.js'
import { rejection } from '#test/support/rejection.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { type World, world } from '#test/support/world/world.js'
import { sampleLog } from '#test/support/world/sample-log.js'
import { historyOf } from '#test/support/world/sample-history.js'
import { forged } from './story.js'

/** What a stranger is told who hands in these octets: a verdict, or that they are no bundle. */
async function verdictOn(octets: Uint8Array): Promise<string> {
  const bundle = await attempt(() => parseBundle(octets))
  if (!bundle.ok) return bundle.error.code
  return (await verifyBundle(bundle.value, await worldTrust())).verdict
}

describe('hostile bundles', function () {
  this.timeout(300_000)
  let w: World
  let sample: ProofBundle
  let octets: Uint8Array
  before(async () => {
    w = await world()
    sample = await sampleBundle({ told: 'manifest' })
    octets = serialiseBundle(sample)
    expect(await verdictOn(octets)).to.equal('proved')
  })

  it('prove less when any bit is turned', async () => {
    // Every octet of a bundle decides something; a prime step visits each member and each bit.
    for (let bit = 0; bit < 8 * octets.length; bit += 1009) {
      expect(await verdictOn(flipBit(octets, bit)), `bit ${bit}`).to.not.equal('proved')
    }
  })

  it('prove less when the last bits of any statement, hash or token are turned', async () => {
    const texts = JSON.stringify(sample).match(/"[^"]{43,}"/g) ?? []
    expect(texts.length).to.be.greaterThan(20)
    for (const [i, text] of texts.entries()) {
      const inner = text.slice(1, -1)
      const last = inner.search(/[^=\\n]=*(\\n)?$/)
      const other = inner[last] === 'A' ? 'B' : 'A'
      const turned = `"${inner.slice(0, last)}${other}${inner.slice(last + 1)}"`
      const odd = JSON.stringify(sample).replace(text, () => turned)
      const changed = new TextEncoder().encode(odd)
      expect(await verdictOn(changed), `text ${i}`).to.not.equal('proved')
    }
  })

  it('never crash on octets cut out, doubled or put in', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat({ max: 64 }),
        fc.uint8Array({ maxLength: 8 }),
        async (seed, length, put) => {
          const from = seed % octets.length
          const odd = concat(octets.subarray(0, from), put, octets.subarray(from + length))
          // One octet cut out and the same put in its place is the bundle itself.
          fc.pre(!equalBytes(odd, octets))
          expect(await verdictOn(odd)).to.not.equal('proved')
        },
      ),
      { numRuns: 60 },
    ))

  it('never crash on any JSON in the place of any value', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.oneof(
          fc.jsonValue({ maxDepth: 3 }),
          fc.constantFrom(null, -1, 2 ** 53, 1e308, '', [], {}, 'x'.repeat(100_000)),
        ),
        async (seed, value) => {
          const odd = structuredClone(sample) as unknown as Json
          const places = placesIn(odd)
          const place = places[seed % places.length]
          if (!place) return
          fc.pre(JSON.stringify(place.holder[place.name]) !== JSON.stringify(value))
          place.holder[place.name] = value as Json
          const changed = new TextEncoder().encode(JSON.stringify(odd))
          expect(await verdictOn(changed)).to.not.equal('proved')
        },
      ),
      { numRuns: 100 },
    ))

  it('prove nothing of members of two packages put together', async () => {
    const other = await sampleBundle({ told: 'manifest' })
    for (const member of [
      'header',
      'approvals',
      'evidence',
      'receipts',
      'disclosure',
      'log',
      'timestamps',
    ] as const) {
      const mixed = { ...sample, [member]: other[member] }
      const { verdict } = await verifyBundle(mixed, await worldTrust())
      expect(verdict, member).to.equal('contradicted')
    }
  })

  it('prove nothing of checkpoints that changed places, of proofs used twice, or of another log’s cosignatures', async () => {
    const witness = await noteKey('w.example', 'cosignature', await generateSigningKey('x25519'))
    const { log } = sample
    if (!log) throw new TypeError('a bundle with a log')
    const statements = [...sample.evidence, ...sample.receipts]
    const grown = await sampleLog(statements, w.relay.logKey, 9)
    const { size } = parseCheckpoint(parseNote(log.checkpoint).text)
    const path = await grown.consistencyFrom(size)
    const cosigned = async (note: string) =>
      addSignatures(note, await cosignCheckpoint(note, witness, 1_800_000_000))
    const honest: ProofBundle = {
      ...sample,
      consistency: { checkpoint: grown.checkpoint, path },
      witnessed: [{ checkpoint: await cosigned(grown.checkpoint), path }],
    }
    const trust = {
      ...(await worldTrust()),
      witnesses: [{ key: formatVerifierKey(witness), authority: w.xb.id }],
      quorum: 1,
    }
    const verdict = async (bundle: ProofBundle) => (await verifyBundle(bundle, trust)).verdict
    expect(await verdict(honest)).to.equal('proved')

    // The witness did sign, but another log's checkpoint of the same size and root.
    const key = await noteKey('zz.other/log', 'note', w.relay.logKey)
    const { root } = parseCheckpoint(parseNote(grown.checkpoint).text)
    const twin = { origin: key.name, size: grown.size, root, extensions: [] }
    const other = await cosigned(await signCheckpoint(twin, key))
    const [, line = ''] = other.trimEnd().split('\n').slice(-2)
    const [first, second] = log.leaves
    if (!first || !second) throw new TypeError('two leaves')
    const attacks: Record<string, ProofBundle> = {
      'checkpoints in each other’s place': {
        ...honest,
        log: { ...log, checkpoint: grown.checkpoint },
        consistency: { checkpoint: log.checkpoint, path },
      },
      'the later checkpoint with the older one’s leaves': {
        ...honest,
        log: { ...log, checkpoint: grown.checkpoint },
      },
      'one path for two leaves': {
        ...honest,
        log: { ...log, leaves: [first, { ...second, path: first.path }, ...log.leaves.slice(2)] },
      },
      'a path of inclusion as one of consistency': {
        ...honest,
        consistency: { checkpoint: grown.checkpoint, path: first.path },
      },
      'no path where the log grew': {
        ...honest,
        consistency: { checkpoint: grown.checkpoint, path: [] },
      },
      'a checkpoint of another log, cosigned': {
        ...honest,
        witnessed: [{ checkpoint: other, path }],
      },
      'a cosignature of another log’s checkpoint': {
        ...honest,
        witnessed: [{ checkpoint: addSignatures(grown.checkpoint, `${line}\n`), path }],
      },
    }
    for (const [name, bundle] of Object.entries(attacks)) {
      expect(await verdict(bundle), name).to.equal('contradicted')
    }
  })

  it('cannot choose how much work it is to refuse them', async () => {
    const trust = await worldTrust()
    const times = Array.from({ length: 128 }, (_, i) => i)
    const [honest = ''] = await historyOf(sample.header, [{ code: 'A.1' }])
    const [head = '', payload = ''] = honest.split('.')
    // No signature holds, and every one names the relay's own key, which 256 forged entries name.
    const evidence = times.map((i) =>
      forged(`${head}.${later(payload, i)}.x`, sample.evidence[1] ?? ''),
    )
    const entries = Array.from({ length: 255 }, (_, i) =>
      forged(w.relay.entry.statement, `x.${'B'.repeat(508)}${String(i).padStart(3, '0')}A`),
    )
    const bundle = { ...sample, entries: [...entries, w.relay.entry.statement], evidence }
    const { facts } = await verifyBundle(bundle, trust)
    const [relay] = facts.filter(({ fact }) => fact === 'relay-identified')
    expect(relay).to.deep.include({ standing: 'contradicted', data: WRONG })
  })

  it('cannot make genuine entries be verified once for each piece that names them', async () => {
    const versions = Array.from({ length: 30 }, (_, i) =>
      signEntry({ ...w.relay.claims, contact: { telephone: `+${10_000 + i}` } }, w.relay.identity),
    )
    const entries = await Promise.all(versions)
    const [honest = ''] = await historyOf(sample.header, [{ code: 'A.1' }])
    const [head = '', payload = ''] = honest.split('.')
    const evidence = Array.from({ length: 100 }, (_, i) =>
      forged(`${head}.${later(payload, i)}.x`, sample.evidence[1] ?? ''),
    )
    const trust = await worldTrust()
    const checks = await checksOf(() => verifyBundle({ ...sample, entries, evidence }, trust))
    // Two for each entry, one for each piece, and those of everything else.
    expect(checks).to.be.lessThan(2 * 30 + 100 + 40)
  })

  const WRONG = { authority: 'zz.relay', code: 'statement/signature' }

  it('let a bug through as what it is', async () => {
    const bug = new TypeError('a bug')
    const run = attempt(() => {
      throw bug
    })
    expect(await rejection(run)).to.equal(bug)
    const refusal = new CryptoError('proof/malformed', '')
    const refused = await attempt(() => Promise.reject(refusal))
    expect(refused).to.deep.equal({ ok: false, error: refusal })
  })
})

/** How many signatures some work verifies. */
async function checksOf(work: () => Promise<unknown>): Promise<number> {
  const { subtle } = crypto
  const original = subtle.verify.bind(subtle)
  let checks = 0
  subtle.verify = (...check) => {
    checks++
    return original(...check)
  }
  await work().finally(() => {
    subtle.verify = original
  })
  return checks
}

type Json = { [name: string]: Json }

/** Every place in a value where another could stand. */
function placesIn(value: Json): { holder: Json; name: string }[] {
  return Object.entries(value).flatMap(([name, member]) => [
    { holder: value, name },
    ...(typeof member === 'object' && (member as unknown) !== null ? placesIn(member) : []),
  ])
}

/** The payload with another time, so that no two are looked at as one. */
function later(payload: string, milliseconds: number): string {
  const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
    time: string
  }
  const time = new Date(new Date(claims.time).getTime() + milliseconds).toISOString()
  return btoa(JSON.stringify({ ...claims, time }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
