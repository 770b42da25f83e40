import { CryptoError } from '../../errors.js'
import { importVerificationKey } from '../../keys/import-public.js'
import { commitManifest } from '../../package/commit-manifest.js'
import { type DisclosedPart, requireCommitted } from '../../package/commit-part.js'
import type { Manifest } from '../../package/manifest.js'
import type { VerifiedHeader } from '../../package/verify-header.js'
import { verifyManifest } from '../../package/verify-manifest.js'
import type { VerifiedStatement } from '../../statement/verify-statement.js'
import { attempt } from '../attempt.js'
import type { Disclosure } from '../bundle.js'
import type { Case } from '../case.js'
import { type Fact, factOf } from '../fact.js'

export type JudgedDisclosure = {
  readonly facts: readonly Fact[]
  /** Digest of the manifest that the header commits to; undefined if nobody tells or it is not true. */
  readonly manifestDigest: string | undefined
  /** Whether something was told, true or not. */
  readonly isTold: boolean
  /** Whether it is shown that the sender signed the header, which commits to it. */
  readonly isSenders: boolean
  readonly manifest: VerifiedStatement<Manifest> | undefined
  /** What is shown of single parts, by the manifest or part by part. */
  readonly parts: readonly DisclosedPart[]
}

/** What is told of the manifest beside the bundle, held against the header's commitments. */
export async function judgeDisclosure(
  { bundle: { disclosure }, header: piece }: Case,
  header: VerifiedHeader | undefined,
): Promise<JudgedDisclosure> {
  const isSenders = header !== undefined
  if (!disclosure) {
    const nothing = { manifestDigest: undefined, manifest: undefined, parts: [] }
    return { facts: [], isTold: false, isSenders, ...nothing }
  }
  const { salt, manifestDigest: told } = disclosure
  const isTrue = (await commitManifest(salt, told)) === piece.claims.manifest
  const facts: Fact[] = []
  if (!isTrue) {
    const text =
      'The salt and digest told of the manifest are not those that the sender committed to.'
    facts.push(factOf('manifest-matches-header', 'contradicted', text))
  }
  const whole = isTrue && disclosure.manifest !== undefined
  const manifest = whole ? await judgeManifest(disclosure, header) : undefined
  if (manifest) facts.push(manifest.fact)
  const parts = await Promise.all((disclosure.parts ?? []).map((part) => judgePart(part, header)))
  facts.push(...parts.map(({ fact }) => fact))
  return {
    facts,
    manifestDigest: isTrue ? told : undefined,
    isTold: true,
    isSenders,
    manifest: manifest?.value,
    parts: [
      ...(manifest?.value?.payload.parts ?? []),
      ...parts.flatMap(({ value }) => (value ? [value] : [])),
    ],
  }
}

type JudgedPiece<T> = { readonly fact: Fact; readonly value?: T }

async function judgeManifest(
  disclosure: Disclosure,
  header: VerifiedHeader | undefined,
): Promise<JudgedPiece<VerifiedStatement<Manifest>>> {
  const fact = 'manifest-matches-header'
  if (!header) {
    const text = 'A manifest is disclosed; that the sender signed the header is not shown.'
    return { fact: factOf(fact, 'unproved', text) }
  }
  const outcome = await attempt(() => disclosedManifest(disclosure, header))
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `The disclosed manifest is not that of this package: ${message}.`
    return { fact: factOf(fact, 'contradicted', text, { data: { code } }) }
  }
  const text = 'The disclosed manifest is the one that the sender signed and committed to.'
  const details = { statement: outcome.value.digest }
  return { fact: factOf(fact, 'proved', text, details), value: outcome.value }
}

/** One part told of by itself: the header, which the sender signed, commits to every word of it. */
async function judgePart(
  part: DisclosedPart,
  header: VerifiedHeader | undefined,
): Promise<JudgedPiece<DisclosedPart>> {
  const fact = 'part-disclosed'
  const { part: id, name, mediaType, length, digest, role } = part
  const data = { part: id, name, mediaType, length: String(length), digest, role }
  if (!header) {
    const text = `A part ${name} is told of; that the sender signed the header is not shown.`
    return { fact: factOf(fact, 'unproved', text, { data }) }
  }
  const outcome = await attempt(() => requireCommitted(part, header.payload))
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `What is told of a part ${name} is not what the sender committed to: ${message}.`
    return { fact: factOf(fact, 'contradicted', text, { data: { ...data, code } }) }
  }
  const text = `The sender committed to the part ${name} with this length and digest.`
  const details = { statement: header.digest, data }
  return { fact: factOf(fact, 'proved', text, details), value: part }
}

async function disclosedManifest(
  { salt, manifestDigest, manifest: statement = '' }: Disclosure,
  header: VerifiedHeader,
): Promise<VerifiedStatement<Manifest>> {
  const key = await importVerificationKey(header.credential.payload.key)
  const manifest = await verifyManifest(statement, { header, key })
  if (manifest.digest !== manifestDigest || manifest.payload.salt !== salt) {
    throw new CryptoError('package/commitment', 'it is another than the one told of')
  }
  return manifest
}
