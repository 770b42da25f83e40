import { z } from 'zod'
import { CryptoError } from '../errors.js'
import { checked } from '../fields/checked.js'
import { AuthorityId, Digest, Timestamp } from '../fields/fields.js'
import type { SigningKey, VerificationKey } from '../keys/key.js'
import { readCertificateRequest } from '../pki/certificate-request.js'
import { readStatement } from '../statement/read-statement.js'
import { signStatement } from '../statement/sign-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import type { TrustList } from './trust-list.js'
import { verifyTrustedChain } from './verify-trusted-chain.js'

const pem = z.string().min(1).max(32_768)

/**
 * Payload of `rogatory-application`: an authority asks to be enrolled, with the key it will be known by.
 *
 * Signed by that identity key, which is what proves that the applicant holds it. The key stands in a
 * certificate request, or in a certificate that a national certificate authority has issued.
 */
export const Application = z.strictObject({
  authority: AuthorityId,
  invitation: Digest,
  identity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('request'), request: pem }),
    z.strictObject({ kind: z.literal('certificate'), chain: z.array(pem).min(1).max(4) }),
  ]),
  declared: Timestamp,
})
export type Application = z.infer<typeof Application>

export type VerifiedApplication = VerifiedStatement<Application> & {
  readonly key: VerificationKey
}

/** @throws {@link CryptoError} `directory/enrolment` if it is no application. */
export async function signApplication(application: Application, key: SigningKey): Promise<string> {
  const payload = checked(Application, application, 'directory/enrolment')
  return signStatement({ typ: 'rogatory-application', payload, key })
}

/**
 * Verifies that whoever applies holds the key that they want certified, or have had certified.
 *
 * @param at - when a presented certificate must be valid.
 * @throws {@link CryptoError} `directory/enrolment` if it is no application; `pki/…` for the request or
 *   chain, `pki/name` among them if it names another party; `statement/…` if another key signed it.
 */
export async function verifyApplication(
  statement: string,
  trust: TrustList,
  at: Date,
): Promise<VerifiedApplication> {
  const claimed = Application.safeParse((await readStatement(statement)).payload)
  if (!claimed.success) throw new CryptoError('directory/enrolment', 'not an application')
  const key = await keyOf(claimed.data, trust, at)
  const expected = { typ: 'rogatory-application', key, payload: Application } as const
  return { ...(await verifyStatement(statement, expected)), key }
}

async function keyOf(
  { authority, identity }: Application,
  trust: TrustList,
  at: Date,
): Promise<VerificationKey> {
  if (identity.kind === 'certificate') {
    const { key } = await verifyTrustedChain(identity.chain, trust, { party: authority, at })
    return key
  }
  const { role, party, key } = await readCertificateRequest(identity.request)
  if (role === 'authority' && party === authority) return key
  throw new CryptoError('pki/name', 'a certificate request for another party')
}
