import { CryptoError } from '#crypto/errors.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { onwardRule } from '../../templates/marks/onward-rule.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../open-package.js'
import type { Session } from '../session.js'

export type ReceivedForward =
  | {
      readonly verified: true
      /** What was forwarded, as its sender signed it. */
      readonly original: Manifest
      /** Whether its sender's leave was needed for passing it on. */
      readonly approval: 'not-needed' | 'given'
    }
  /** The chain is broken: the word of whoever forwarded it is all there is. */
  | { readonly verified: false; readonly code: string; readonly problem: string }

/** What has to be proved of a package before it is believed. */
const PROVED = ['header-signed', 'submission-accepted', 'manifest-matches-header'] as const

/**
 * Verifies the chain of a package that was forwarded: the original by its proof bundle, that it is the one
 * named, that whoever forwarded it was a party to it, that its documents came unaltered, and that its
 * sender let it be passed on to us where its marks ask for that.
 *
 * @param proofs - the bundles, as they were opened and verified.
 */
export async function receivedForward(
  session: Session,
  { manifest, senderEntry, record }: Pick<ReadPackage, 'manifest' | 'senderEntry' | 'record'>,
  proofs: { readonly original?: Uint8Array; readonly approval?: Uint8Array },
): Promise<ReceivedForward> {
  try {
    if (proofs.original === undefined) throw broken('it came without the proof of the original')
    const { header, digest, manifest: original } = await bundled(session, proofs.original)
    const { originalPackage, originalHeader } = manifest.form
    if (originalPackage !== header.package || originalHeader !== digest) {
      throw broken('the proof is of another package than the one named')
    }
    const parties = [header.sender, ...header.recipients.map(({ authority }) => authority)]
    if (!parties.includes(manifest.sender)) throw broken('whoever forwarded it was no party to it')
    const came = new Set(manifest.parts.map((part) => part.digest))
    const missing = original.parts.filter((part) => !came.has(part.digest))
    if (missing.length > 0)
      throw broken(`${missing.length} of its documents did not come unaltered`)

    const from = await session.directory.version(header.sender, header.senderEntry)
    const own = await session.directory.current(session.officer.authority)
    const rule = onwardRule(original.marks, from.payload, own.payload.state)
    if (rule === 'allowed' || header.sender === senderEntry.payload.authority) {
      return { verified: true, original, approval: 'not-needed' }
    }
    if (proofs.approval === undefined) throw broken('its sender’s leave to pass it on is not shown')
    const leave = await bundled(session, proofs.approval)
    const { form, template, sender, recipients } = leave.manifest
    const isGiven =
      template.id === 'transfer-approval' &&
      form['approved'] === true &&
      form['package'] === header.package &&
      form['recipient'] === session.officer.authority &&
      sender === header.sender &&
      recipients.some(({ authority }) => authority === manifest.sender) &&
      isInTime(form['until'], record.submitted)
    if (!isGiven) throw broken('its sender’s leave is for something else')
    return { verified: true, original, approval: 'given' }
  } catch (error) {
    if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    return { verified: false, code: error.code, problem: error.message }
  }
}

const isInTime = (until: unknown, submitted: string): boolean =>
  typeof until !== 'string' || until >= submitted.slice(0, 10)

/** Header and manifest of a bundle that proves them. */
async function bundled({ trust, platform }: Session, octets: Uint8Array) {
  const bundle = parseBundle(octets)
  const { verdict, facts } = await verifyBundle(bundle, trust, { at: platform.now() })
  const isProved = PROVED.every((wanted) =>
    facts.some(({ fact, standing }) => fact === wanted && standing === 'proved'),
  )
  const told = bundle.disclosure?.manifest
  if (verdict === 'contradicted' || !isProved || told === undefined) {
    throw broken('its proof bundle does not prove it')
  }
  const { payload, digest } = await readStatement(bundle.header)
  const manifest = Manifest.parse((await readStatement(told)).payload)
  return { header: Header.parse(payload), digest, manifest }
}

const broken = (message: string) => new CryptoError('package/chain', message)
