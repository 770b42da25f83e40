import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { ClientError } from '../client-error.js'
import { checkFiles, type FoundFile } from './check-files.js'
import { checkChain } from './check-chain.js'
import { type CheckedPackage, checkPackage } from './check-package.js'
import { DisclosureIndex, INDEX, INDEX_BOUNDS, SUMS } from './disclosure-index.js'
import type { PackFinding } from './pack-finding.js'

/** A pack as it lies on a disk: every file that is there, measured, and a way to read one whole. */
export type PackSource = {
  readonly files: readonly FoundFile[]
  readonly read: (path: string) => Promise<Uint8Array>
}

export type CheckedDisclosure = {
  readonly index: DisclosureIndex
  /**
   * - `contradicted`: a file is changed, missing or too many, or something in the pack is false.
   * - `incomplete`: nothing is false; a bundle does not prove everything, or a package that another answers is not named.
   */
  readonly verdict: 'proved' | 'incomplete' | 'contradicted'
  readonly findings: readonly PackFinding[]
  readonly packages: readonly CheckedPackage[]
}

/**
 * Checks a whole disclosure pack, without relay and account: each file against the index, each bundle against the trust
 * list, each document against its bundle, and that no package which the disclosed ones answer is left out in silence.
 *
 * @throws ClientError `file-unreadable` if the folder is no disclosure pack.
 */
export async function checkDisclosure(
  { files, read }: PackSource,
  trust: TrustList,
  at: Date,
): Promise<CheckedDisclosure> {
  const { index, octets } = await readIndex(files, read)
  const hasSums = files.some(
    ({ path, isPlain, length }) => path === SUMS && isPlain && length <= INDEX_BOUNDS.maxBytes,
  )
  const sums = hasSums ? await read(SUMS) : undefined
  const filed = checkFiles(index, files, { index: await digestOf(octets), sums })
  const packages: CheckedPackage[] = []
  for (const told of index.packages) {
    packages.push(await checkPackage(index, told, { files, read, trust, at }))
  }
  const findings = [
    ...filed,
    ...packages.flatMap((one) => one.findings),
    ...checkChain(index, packages),
  ]
  const isFalse = findings.some(({ code }) => code !== 'chain-missing')
  const isWhole = findings.length === 0 && packages.every((one) => one.verdict === 'proved')
  const verdict = isFalse ? 'contradicted' : isWhole ? 'proved' : 'incomplete'
  return { index, verdict, findings, packages }
}

async function readIndex(files: PackSource['files'], read: PackSource['read']) {
  const found = files.find(({ path, isPlain }) => path === INDEX && isPlain)
  if (found === undefined) throw noPack(`there is no ${INDEX} in it`)
  if (found.length > INDEX_BOUNDS.maxBytes) throw noPack(`its ${INDEX} is too large`)
  const octets = await read(INDEX)
  try {
    const text = fromUtf8(octets)
    const index = DisclosureIndex.parse(parseJson(text, INDEX_BOUNDS))
    // Two readers of one index read the same: it has one spelling.
    if (text !== `${canonicalize(index)}\n`) throw noPack(`its ${INDEX} is not canonical`)
    return { index, octets }
  } catch (error) {
    throw error instanceof ClientError ? error : noPack(`its ${INDEX} cannot be read`)
  }
}

const noPack = (why: string) =>
  new ClientError(
    'file-unreadable',
    `this is no whole disclosure pack: ${why}`,
    'Ask whoever gave it to you for another copy. A single bundle is verified by its file name.',
  )
