import { digestOf } from '../bytes/sha256.js'
import { type BundledHandoff, type Disclosure, type ProofBundle, versionOf } from './bundle.js'

type Logged = { readonly statement: string; readonly evidence: { readonly statement: string } }

/** What a relay gives for a proof. The members are those of its contract's `ProofMaterial`. */
export type BundleMaterial = {
  readonly record: {
    readonly header: string
    readonly credential: string
    readonly approvals: readonly { readonly approval: string; readonly credential: string }[]
    readonly evidence: readonly { readonly statement: string }[]
    readonly receipts: readonly { readonly receipt: string; readonly credential: string }[]
  }
  /** Where the evidence of its acceptance (X.1) is given, it comes along. */
  readonly entries: readonly (string | Logged)[]
  readonly credentials: readonly string[]
  /** Where the evidence of its acceptance (X.3) is given, it shows when the relay was told. */
  readonly revocations: readonly (string | Logged)[]
  readonly suspensions: readonly string[]
  readonly revocationLists: readonly string[]
  readonly ocspResponses?: readonly string[] | undefined
  readonly checkpoint: string | null
  readonly leaves: readonly { digest: string; index: number; path: readonly string[] }[]
  readonly timestamps: readonly string[]
  readonly witnessed?: readonly { readonly checkpoint: string; readonly path: readonly string[] }[]
  /** Hand-offs to translators with the relay's evidence; their credentials and entries are above. */
  readonly translations?: readonly (BundledHandoff & { readonly evidence: readonly string[] })[]
}

/**
 * Puts a bundle together. Each statement stands in it once; leaves of statements that are not in it
 * prove nothing to anybody and are left out.
 *
 * @param disclosure - what ties receipts to the header; with the manifest, documents too.
 */
export async function assembleBundle(
  material: BundleMaterial,
  disclosure?: Disclosure,
): Promise<ProofBundle> {
  const { record, checkpoint, timestamps, witnessed = [], translations = [] } = material
  const ocspResponses = once(material.ocspResponses ?? [])
  const answers = {
    ...(ocspResponses.length > 0 && { ocspResponses }),
    ...(translations.length > 0 && { translations: translations.map(bundled) }),
  }
  const acts = [...record.approvals, ...record.receipts]
  const bundle = {
    format: 'rogatory-proof' as const,
    version: versionOf(answers),
    header: record.header,
    credentials: once([
      record.credential,
      ...acts.map(({ credential }) => credential),
      ...material.credentials,
    ]),
    approvals: once(record.approvals.map(({ approval }) => approval)),
    entries: once(material.entries.map(textOf)),
    evidence: once([
      ...record.evidence.map(({ statement }) => statement),
      ...translations.flatMap(({ evidence }) => evidence),
      ...[...material.entries, ...material.revocations].flatMap(acceptanceOf),
    ]),
    receipts: once(record.receipts.map(({ receipt }) => receipt)),
    revocations: once(material.revocations.map(textOf)),
    suspensions: once(material.suspensions),
    revocationLists: once(material.revocationLists),
    ...answers,
    ...(disclosure && { disclosure }),
  }
  const log = checkpoint === null ? null : { checkpoint, leaves: await leavesOf(material, bundle) }
  return {
    ...bundle,
    log,
    timestamps: log ? once(timestamps) : [],
    ...(log &&
      witnessed.length > 0 && {
        witnessed: witnessed.map((one) => ({ ...one, path: [...one.path] })),
      }),
  }
}

type Statements = Pick<
  ProofBundle,
  | 'header'
  | 'credentials'
  | 'approvals'
  | 'entries'
  | 'evidence'
  | 'receipts'
  | 'revocations'
  | 'suspensions'
> &
  Partial<Pick<ProofBundle, 'absences' | 'translations'>>

async function leavesOf({ leaves }: BundleMaterial, bundle: Statements) {
  const digests = new Set(await Promise.all(statementsOf(bundle).map((one) => digestOf(one))))
  return leaves
    .filter(({ digest }) => digests.has(digest))
    .map(({ digest, index, path }) => ({ digest, index, path: [...path] }))
}

/** Every statement of a bundle, in the order of its members. */
export const statementsOf = (bundle: Statements): readonly string[] => [
  bundle.header,
  ...bundle.credentials,
  ...bundle.approvals,
  ...bundle.entries,
  ...bundle.evidence,
  ...bundle.receipts,
  ...bundle.revocations,
  ...bundle.suspensions,
  ...(bundle.absences ?? []).map(({ statement }) => statement),
  ...(bundle.translations ?? []).flatMap(({ handoff, acts, certified }) => [
    handoff,
    ...acts,
    ...(certified === undefined ? [] : [certified]),
  ]),
]

const bundled = ({ handoff, acts, certified }: BundledHandoff): BundledHandoff => ({
  handoff,
  acts: once(acts),
  ...(certified !== undefined && { certified }),
})

const textOf = (item: string | Logged) => (typeof item === 'string' ? item : item.statement)
const acceptanceOf = (item: string | Logged) =>
  typeof item === 'string' ? [] : [item.evidence.statement]

const once = (texts: readonly string[]): string[] => [...new Set(texts)]
