import { CLOCK_SKEW_MS, YEAR_MS } from '#crypto/clock/durations.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import type { Secrets } from '#config/secrets.js'
import type { Operator } from './operator.js'
import { relayEntry } from './relay-entry.js'

export type IssuedRelay = {
  readonly secrets: Secrets
  /** The relay's identity, for its next entry: PKCS#12 under the operator's passphrase. */
  readonly identity: Uint8Array
  /** C2SP verifier key of the log, for the trust list. */
  readonly logVerifierKey: string
}

const YEARS_MS = 3 * YEAR_MS

/**
 * Makes all keys of a relay, the certificates that the network's root issues for it, and its entry.
 *
 * @param logName - names the log for ever: it is the origin line of every checkpoint.
 */
export async function issueRelay(
  { root, key: operator, passphrase }: Operator,
  { id, logName, at }: { readonly id: string; readonly logName: string; readonly at: Date },
): Promise<IssuedRelay> {
  const notBefore = new Date(at.getTime() - CLOCK_SKEW_MS)
  const notAfter = new Date(at.getTime() + YEARS_MS)
  const exportable = () => generateSigningKey('x25519', { extractable: true })
  const [identityKey, stampKey, evidenceKey, logKey, tokenKey] = await Promise.all([
    generateIdentityKey(),
    generateIdentityKey(),
    exportable(),
    exportable(),
    exportable(),
  ])
  const order = {
    party: id,
    state: id.slice(0, 2).toUpperCase(),
    issuer: root,
    notBefore,
    notAfter,
  }
  const certificate = await issueCertificate(identityKey, {
    ...order,
    role: 'relay',
    name: `Relay ${id}`,
  })
  const stampCertificate = await issueCertificate(stampKey, {
    ...order,
    role: 'timestamp',
    name: `Time-stamping of ${id}`,
  })
  const claims = relayEntry(
    id,
    { evidence: evidenceKey, checkpoints: logKey, operator },
    { from: at, to: new Date(notAfter.getTime() - 1000) },
  )
  return {
    secrets: {
      evidenceKey: await exportPrivateJwk(evidenceKey),
      logKey: await exportPrivateJwk(logKey),
      tokenKey: await exportPrivateJwk(tokenKey),
      timestampKeyPem: stampKey.privateKeyPem,
      timestampChain: [stampCertificate.x5c],
      entry: await signEntry(claims, { key: identityKey, chain: [certificate.x5c] }),
    },
    identity: await toPkcs12(
      { certificate, chain: [certificate], privateKeyPem: identityKey.privateKeyPem },
      passphrase,
    ),
    logVerifierKey: formatVerifierKey(await noteKey(logName, 'note', logKey)),
  }
}
