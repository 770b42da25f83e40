import { digestOf } from '#crypto/bytes/sha256.js'
import { anchorsOf, timestampAnchorsOf, type TrustList } from '#crypto/directory/trust-list.js'
import { statementsOf } from '#crypto/proof/assemble-bundle.js'
import { attempt } from '#crypto/proof/attempt.js'
import type { Fact, Verdict } from '#crypto/proof/fact.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { type Pieces, readPieces } from '#crypto/proof/pieces.js'
import { verifyBundle, type VerifyOptions } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { keyChains } from './key-chains.js'
import { momentsOf } from './moments-of.js'
import type { Party, Report, ReportedLog, ReportedPackage, ReportedRoot } from './report.js'

/**
 * Verifies the octets of a bundle and arranges what came of it for a reader.
 *
 * @throws {@link CryptoError} `proof/malformed` as {@link parseBundle}; else as {@link verifyBundle}.
 */
export async function makeReport(
  octets: Uint8Array<ArrayBuffer>,
  trust: TrustList,
  options: VerifyOptions = {},
): Promise<Report> {
  const bundle = parseBundle(octets)
  const verdict = await verifyBundle(bundle, trust, options)
  const pieces = await readPieces(bundle)
  return {
    verdict,
    bundle: { digest: await digestOf(octets), octets: octets.length },
    package: packageOf(pieces, verdict),
    moments: momentsOf(verdict),
    chains: keyChains(verdict),
    log: await logOf(bundle, verdict),
    statements: await listed(bundle),
    roots: rootsOf(trust),
  }
}

function packageOf(pieces: Pieces, verdict: Verdict): ReportedPackage | undefined {
  const [header] = pieces.headers
  if (!header) return undefined
  const { claims } = header
  const party = (fact: Fact | undefined, authority: string): Party => {
    const entry = pieces.entries.find(({ digest }) => digest === fact?.statement)
    // A name that nothing vouches for is not shown: an id at least claims nothing about a ministry.
    return { authority, names: fact?.standing === 'proved' ? (entry?.claims.names ?? {}) : {} }
  }
  const identity = (code: Fact['fact'], authority?: string) =>
    verdict.facts.find(
      ({ fact, data }) =>
        fact === code && (authority === undefined || data['authority'] === authority),
    )
  const relay = identity('relay-identified')
  const relayId = relay?.data['authority']
  return {
    id: claims.package,
    case: claims.case,
    urgency: claims.urgency,
    parts: claims.parts.length,
    sender: party(identity('sender-identified'), claims.sender),
    relay: relayId === undefined ? undefined : party(relay, relayId),
    recipients: verdict.recipients.map(({ authority, state }) => ({
      ...party(identity('recipient-identified', authority), authority),
      state,
    })),
  }
}

async function logOf({ log }: ProofBundle, { facts }: Verdict): Promise<ReportedLog | undefined> {
  const signed = facts.find(({ fact }) => fact === 'checkpoint-signed')
  if (!log || signed?.standing !== 'proved') return undefined
  const stamp = facts.find(({ fact }) => fact === 'time-stamped')
  const at = stamp?.clocks.attested
  return {
    origin: signed.data['origin'] ?? '',
    size: signed.data['size'] ?? '',
    checkpoint: await digestOf(log.checkpoint),
    stamp:
      stamp?.standing === 'proved' && at !== undefined
        ? {
            authority: stamp.data['authority'] ?? '',
            serial: stamp.data['serial'] ?? '',
            at,
            isOperators: stamp.data['kind'] === 'operator',
          }
        : undefined,
  }
}

async function listed(bundle: ProofBundle): Promise<Report['statements']> {
  const all: { type: Report['statements'][number]['type']; digest: string }[] = []
  for (const statement of statementsOf(bundle)) {
    // One that cannot be read is what the fact `bundle-coherent` tells of.
    const read = await attempt(() => readStatement(statement))
    if (read.ok) all.push({ type: read.value.typ, digest: read.value.digest })
  }
  return all
}

function rootsOf(trust: TrustList): readonly ReportedRoot[] {
  const of = (isFor: ReportedRoot['isFor'], { roots }: ReturnType<typeof anchorsOf>) =>
    roots.map(({ subject, fingerprint }) => ({ subject, fingerprint, isFor }))
  return [...of('identities', anchorsOf(trust)), ...of('time-stamps', timestampAnchorsOf(trust))]
}
