import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import type { Verdict } from '#crypto/proof/fact.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { FoundFile } from './check-files.js'
import type { DisclosedPackage, DisclosureIndex } from './disclosure-index.js'
import type { PackFinding, PackFindingCode } from './pack-finding.js'
import { toldDifferently } from './told-differently.js'

export type CheckedPackage = {
  readonly package: PackageId
  /** Of its bundle, with the documents of the pack; undefined where it cannot be read. */
  readonly verdict: Verdict['verdict'] | undefined
  readonly facts: Verdict['facts']
  /** Paths of the documents, and of the form, that are proved to have been sent in it. */
  readonly proved: readonly string[]
  /** The package that it answers: by its disclosed manifest, or else as the index says. */
  readonly answers: PackageId | null
  readonly findings: readonly PackFinding[]
}

type Around = {
  readonly files: readonly FoundFile[]
  readonly read: (path: string) => Promise<Uint8Array>
  readonly trust: TrustList
  readonly at: Date
}

/** Eight mebibytes are the most that a bundle has (protocol.md 8), and more than any form. */
const MOST_BYTES = 8 * 1024 * 1024

/** Holds what the index says of a package against its bundle, and its documents against what that proves. */
export async function checkPackage(
  index: DisclosureIndex,
  told: DisclosedPackage,
  { files, read, trust, at }: Around,
): Promise<CheckedPackage> {
  const id = told.package
  const findings: PackFinding[] = []
  const find = (code: PackFindingCode, text: string, about: string = id) =>
    findings.push({ code, about, text })
  const nothing = {
    package: id,
    verdict: undefined,
    facts: [],
    proved: [],
    answers: null,
    findings,
  }
  const small = async (path: string) => {
    const file = files.find((one) => one.path === path && one.isPlain)
    return file && file.length <= MOST_BYTES ? read(path) : undefined
  }

  const octets = await small(told.proof)
  if (octets === undefined) return nothing
  let bundle: ProofBundle, header: Header, digest: string
  try {
    bundle = parseBundle(octets)
    const statement = await readStatement(bundle.header)
    digest = statement.digest
    header = Header.parse(statement.payload)
  } catch {
    find('bundle-unreadable', 'it is no proof bundle', told.proof)
    return nothing
  }
  const wanted = told.documents.flatMap(({ document }) => (document ? [document] : []))
  const documents = wanted.flatMap(({ path }) => {
    const file = files.find((one) => one.path === path && one.isPlain)
    return file ? [{ name: path, length: file.length, digest: file.digest }] : []
  })
  const verdict = await verifyBundle(bundle, trust, { documents, at })
  const manifest = await disclosedManifest(bundle, verdict)

  for (const { standing, fact, text } of verdict.facts) {
    if (standing === 'contradicted') find('bundle-contradicted', `${fact}: ${text}`)
  }
  const shown = { header, digest, manifest, bundle, facts: verdict.facts }
  for (const text of toldDifferently(index, told, shown)) find('package-other', text)
  const proved = verdict.facts.flatMap(({ fact, standing, data }) =>
    fact === 'document-matches' && standing === 'proved' ? [String(data['name'])] : [],
  )
  for (const { name: path } of documents) {
    if (!proved.includes(path)) find('document-unproved', 'its bundle does not prove it', path)
  }
  const form = told.form?.path && manifest ? await small(told.form.path) : undefined
  if (form && manifest && told.form?.path) {
    const its = await digestOf(`${canonicalize(manifest.form)}\n`)
    if ((await digestOf(form)) === its) proved.push(told.form.path)
    else find('form-other', 'it is not the form of the package', told.form.path)
  }
  const answers = manifest ? (manifest.inReplyTo?.package ?? null) : (told.said?.answers ?? null)
  return { package: id, verdict: verdict.verdict, facts: verdict.facts, proved, answers, findings }
}

/** The manifest, where it is proved to be the one that the sender committed to. */
async function disclosedManifest(
  { disclosure }: ProofBundle,
  { facts }: Verdict,
): Promise<Manifest | undefined> {
  const isProved = facts.some(
    ({ fact, standing }) => fact === 'manifest-matches-header' && standing === 'proved',
  )
  if (!isProved || disclosure?.manifest === undefined) return undefined
  return Manifest.safeParse((await readStatement(disclosure.manifest)).payload).data
}
