import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { type DisclosureIndex, INDEX, type PackFile, SUMS, sumsOf } from './disclosure-index.js'
import type { PackFinding } from './pack-finding.js'

/** Something that lies in the folder. What is no plain file, such as a link, is never read. */
export type FoundFile = PackFile & { readonly isPlain: boolean }

type Digests = {
  /** That of the index. */
  readonly index: string
  /** SHA256SUMS as it is there. */
  readonly sums: Uint8Array | undefined
}

/** Names every file that is changed, missing, or there without being listed. */
export function checkFiles(
  index: DisclosureIndex,
  found: readonly FoundFile[],
  { index: indexDigest, sums }: Digests,
): readonly PackFinding[] {
  const there = new Map(found.map((file) => [file.path, file]))
  const listed = new Set([INDEX, SUMS, ...index.files.map(({ path }) => path)])
  const digests = new Map(index.files.map(({ path, digest }) => [path, digest]))
  const findings: PackFinding[] = []
  for (const { path, length, digest } of index.files) {
    const file = there.get(path)
    if (file?.isPlain !== true) {
      findings.push({ code: 'file-missing', about: path, text: 'it is listed, and is not there' })
    } else if (file.length !== length || file.digest !== digest) {
      findings.push({ code: 'file-changed', about: path, text: 'it is not what the index lists' })
    }
  }
  for (const { path } of found) {
    if (listed.has(path)) continue
    findings.push({ code: 'file-unlisted', about: path, text: 'it is there, and is not listed' })
  }
  for (const { path, digest = digests.get(path) } of referredTo(index)) {
    if (digest !== undefined && digests.get(path) === digest) continue
    const text = 'a package refers to it, and it is listed with another digest or not at all'
    findings.push({ code: 'file-missing', about: path, text })
  }
  if (sums === undefined) {
    findings.push({ code: 'file-missing', about: SUMS, text: 'it is not there' })
  } else if (textOf(sums) !== sumsOf(index.files, indexDigest)) {
    findings.push({
      code: 'sums-differ',
      about: SUMS,
      text: 'it does not list what the index lists, or lists another index',
    })
  }
  return findings
}

const referredTo = ({
  packages,
}: DisclosureIndex): readonly { readonly path: string; readonly digest?: string }[] =>
  packages.flatMap(({ proof, certificate, form, documents }) => [
    ...[proof, certificate, ...(form?.path ? [form.path] : [])].map((path) => ({ path })),
    ...documents.flatMap(({ document, redacted }) =>
      [document, redacted].filter((file) => file !== null),
    ),
  ])

function textOf(octets: Uint8Array): string | undefined {
  try {
    return fromUtf8(octets)
  } catch {
    return undefined
  }
}
