import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import { commitManifest } from '../package/commit-manifest.js'
import type { Manifest } from '../package/manifest.js'
import type { VerifiedHeader } from '../package/verify-header.js'
import { verifyManifest } from '../package/verify-manifest.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { attempt } from './attempt.js'
import type { Disclosure } from './bundle.js'
import type { Case } from './case.js'
import { type Fact, factOf } from './fact.js'

export type JudgedDisclosure = {
  readonly facts: readonly Fact[]
  /** Digest of the manifest that the header commits to; undefined if nobody tells or it is not true. */
  readonly manifestDigest: string | undefined
  /** Whether something was told, true or not. */
  readonly isTold: boolean
  readonly manifest: VerifiedStatement<Manifest> | undefined
}

/** What is told of the manifest beside the bundle, held against the header's commitment. */
export async function judgeDisclosure(
  { bundle: { disclosure }, header: piece }: Case,
  header: VerifiedHeader | undefined,
): Promise<JudgedDisclosure> {
  if (!disclosure) {
    return { facts: [], manifestDigest: undefined, isTold: false, manifest: undefined }
  }
  const { salt, manifestDigest: told } = disclosure
  const isTrue = (await commitManifest(salt, told)) === piece.claims.manifest
  const manifestDigest = isTrue ? told : undefined
  if (!isTrue) {
    const text =
      'The salt and digest told of the manifest are not those that the sender committed to.'
    const facts = [factOf('manifest-matches-header', 'contradicted', text)]
    return { facts, manifestDigest, isTold: true, manifest: undefined }
  }
  if (disclosure.manifest === undefined) {
    return { facts: [], manifestDigest, isTold: true, manifest: undefined }
  }
  if (!header) {
    const text = 'A manifest is disclosed, but who signed the header is not shown.'
    const facts = [factOf('manifest-matches-header', 'unproved', text)]
    return { facts, manifestDigest, isTold: true, manifest: undefined }
  }
  const outcome = await attempt(() => disclosedManifest(disclosure, header))
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `The disclosed manifest is not that of this package: ${message}.`
    const facts = [factOf('manifest-matches-header', 'contradicted', text, { data: { code } })]
    return { facts, manifestDigest, isTold: true, manifest: undefined }
  }
  const text = 'The disclosed manifest is the one that the sender signed and committed to.'
  const details = { statement: outcome.value.digest }
  const facts = [factOf('manifest-matches-header', 'proved', text, details)]
  return { facts, manifestDigest, isTold: true, manifest: outcome.value }
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
