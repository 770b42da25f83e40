import { digestOf } from '#crypto/bytes/sha256.js'
import { newestBegun } from '#crypto/directory/entry-in-force.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { Caller, DirectoryRecord, PackageRecord, ProofMaterial } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from '../directory/accept-statement.js'
import type { CertificateStatus } from '../directory/certificate-status.js'
import type { VisiblePorts } from '../packages/find-visible.js'
import type { KnownAuthority } from '../directory/known-authorities.js'
import { coverStatements } from '../log/cover-statements.js'
import type { CosignatureStore, LogStore, TimestampStore } from '../log/ports.js'
import { proveConsistency } from '../log/prove-consistency.js'
import { leafProver } from '../log/prove-inclusion.js'
import type { ReceiptStore } from '../ports.js'
import { readPackage } from '../packages/read-package.js'
import type { RelayIdentity } from '../relay-identity.js'

type Ports = VisiblePorts &
  AcceptancePorts & {
    readonly receipts: Pick<ReceiptStore, 'forPackage'>
    readonly relay: RelayIdentity
    readonly log: LogStore
    readonly timestamps: TimestampStore
    readonly cosignatures: Pick<CosignatureStore, 'earliestFrom'>
    readonly status: Pick<CertificateStatus, 'kept'>
  }
/** As many as a bundle holds. */
const MAX_ANSWERS = 64

export type AssembleProof = ReturnType<typeof assembleProof>

/**
 * Everything that a proof bundle of one package is made from, as far as it concerns the caller's
 * authority and as this relay holds it now.
 *
 * Entries are those that the header names, those that counted at the time of an event (which may have taken back
 * what an earlier one says), those whose keys
 * signed what is in the record, and all of the relay, which accepted the others under various keys;
 * revocations are those of the officers in it.
 *
 * @param covering - leaves that the checkpoint covers at least: whoever adds statements of their own, such as
 *   those of a hand-off, needs one that has them.
 * @throws {@link Refusal} `package-unknown` for strangers as for ids that nobody used.
 */
export function assembleProof(ports: Ports) {
  const read = readPackage(ports)
  const prover = { prove: leafProver(ports.log), proveConsistency: proveConsistency(ports) }

  return async (caller: Caller, id: PackageId, covering = 0): Promise<ProofMaterial> => {
    const record = await read(caller, id)
    const header = await headerOf(record)
    const people = await peopleIn(record)
    const parties = [header.sender, ...header.recipients.map(({ authority }) => authority)]
    const known = await knownTo(ports, [...parties, ports.relay.id])
    const named = [header.senderEntry, ...header.recipients.map(({ entry }) => entry)]
    const moments = await momentsOf(record)
    const needs = { named, moments, kids: people.signers }
    const entries = await recordsOf(
      ports,
      known.flatMap((one) =>
        one.authority === ports.relay.id ? one.entries : neededEntries(one, needs),
      ),
    )
    const revocations = known.flatMap((one) =>
      one.revocations.filter(({ payload }) => people.officers.has(payload.kid)),
    )
    const suspensions = known.flatMap((one) => one.suspensions)
    const answers = await answersAbout(ports, entries)
    const cover = await coverStatements(
      { ...ports, ...prover },
      {
        covering,
        required: [
          ...record.evidence.map(({ digest }) => digest),
          ...(await Promise.all(record.receipts.map(({ receipt }) => digestOf(receipt)))),
        ],
        // What the directory held then stands before them in the log; what it was told since, such as the
        // relay's next entry, must not move the package's story under a younger checkpoint.
        optional: [
          ...(await Promise.all(entries.map(({ statement }) => digestOf(statement)))),
          ...entries.map(({ evidence }) => evidence.digest),
          ...[...revocations, ...suspensions].map(({ digest }) => digest),
          ...(await Promise.all(people.credentials.map((credential) => digestOf(credential)))),
        ],
      },
    )
    return {
      record,
      entries,
      credentials: people.credentials,
      revocations: revocations.map(({ statement }) => statement),
      suspensions: suspensions.map(({ statement }) => statement),
      revocationLists: [...(ports.relay.trust.revocationLists ?? [])],
      ...(answers.length > 0 && { ocspResponses: answers }),
      ...cover,
    }
  }
}

async function headerOf({ header }: PackageRecord): Promise<Header> {
  return Header.parse((await readStatement(header)).payload)
}

/** Every moment that evidence of the record states, as the relay observed it. */
async function momentsOf({ evidence }: PackageRecord): Promise<Date[]> {
  const payloads = await Promise.all(evidence.map(({ statement }) => readStatement(statement)))
  return payloads.map(({ payload }) => new Date((payload as { time: string }).time))
}

/** The officers whose acts are in the record: their credentials, their keys, and the keys that vouch for them. */
async function peopleIn(record: PackageRecord) {
  const acts = [
    { act: record.header, credential: record.credential },
    ...record.approvals.map(({ approval, credential }) => ({ act: approval, credential })),
    ...record.receipts.map(({ receipt, credential }) => ({ act: receipt, credential })),
  ]
  const read = await Promise.all(
    acts.map(async ({ act, credential }) => ({
      officer: (await readStatement(act)).kid,
      signer: (await readStatement(credential)).kid,
    })),
  )
  return {
    credentials: [...new Set(acts.map(({ credential }) => credential))],
    officers: new Set(read.map(({ officer }) => officer)),
    signers: new Set(read.map(({ signer }) => signer)),
  }
}

async function knownTo(
  { authorities }: Pick<AcceptancePorts, 'authorities'>,
  ids: readonly AuthorityId[],
): Promise<KnownAuthority[]> {
  const known = await Promise.all([...new Set(ids)].map((id) => authorities.of(id, 'now')))
  return known.filter((one) => one !== undefined)
}

type Needs = {
  readonly named: readonly string[]
  readonly moments: readonly Date[]
  /** Of credentials: an entry vouches for each, perhaps an older one than any in force since. */
  readonly kids: ReadonlySet<string>
}

function neededEntries(known: KnownAuthority, { named, moments, kids }: Needs): VerifiedEntry[] {
  const counted = new Set(moments.map((at) => newestBegun(known, at)?.digest))
  const needed = known.entries.filter(({ digest }) => named.includes(digest) || counted.has(digest))
  for (const kid of kids) {
    if (needed.some((entry) => names(entry, kid))) continue
    const newest = known.entries.findLast((entry) => names(entry, kid))
    if (newest !== undefined) needed.push(newest)
  }
  return needed
}

const names = ({ payload }: VerifiedEntry, kid: string): boolean =>
  payload.keys.some((key) => key.kid === kid)

/** The entries as the directory keeps them, each with the evidence of its acceptance. */
async function recordsOf(
  ports: AcceptancePorts,
  entries: readonly VerifiedEntry[],
): Promise<DirectoryRecord[]> {
  const kept = await Promise.all(entries.map(({ digest }) => ports.directory.findByDigest(digest)))
  return withAllEvidence(
    ports,
    kept.filter((one) => one !== undefined),
  )
}

/** What responders say of the certificates of the entries, so that whoever has no network can judge them. */
async function answersAbout(
  { status }: { readonly status: Pick<CertificateStatus, 'kept'> },
  entries: readonly DirectoryRecord[],
): Promise<string[]> {
  const said = await Promise.all(
    entries.map(async ({ statement }) => status.kept((await readStatement(statement)).x5c ?? [])),
  )
  return [...new Set(said.flat())].slice(0, MAX_ANSWERS)
}
