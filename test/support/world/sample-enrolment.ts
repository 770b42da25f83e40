import { digestOf } from '#crypto/bytes/sha256.js'
import { type Application, signApplication } from '#crypto/directory/application.js'
import { type Decision, signDecision } from '#crypto/directory/decision.js'
import { type Invitation, signInvitation } from '#crypto/directory/invitation.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { CertificateIssuer, IdentityKey } from '#crypto/pki/identity.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { after, BEGIN, END, NOW } from './moments.js'

let made: Promise<IdentityKey> | undefined

/** An authority that nobody knows yet. RSA keys take their time, so its key is made once. */
export const newcomer = {
  id: AuthorityId.parse('xd.moj'),
  name: 'Ministry of Xdland',
  key: (): Promise<IdentityKey> => (made ??= generateIdentityKey()),
}

export const inviteNewcomer = (
  operatorKey: SigningKey,
  changes: Partial<Invitation> = {},
): Promise<string> =>
  signInvitation(
    {
      authority: newcomer.id,
      name: newcomer.name,
      relay: { id: AuthorityId.parse('zz.relay'), origin: 'https://relay.example' },
      declared: NOW.toISOString(),
      validTo: after(NOW, 3600).toISOString(),
      ...changes,
    },
    operatorKey,
  )

/** Applies with a certificate request, unless told otherwise. */
export async function applyAsNewcomer(
  invitation: string,
  changes: Partial<Application> = {},
  signer?: SigningKey,
): Promise<string> {
  const key = await newcomer.key()
  const subject = { party: newcomer.id, name: newcomer.name, state: 'XD' }
  return signApplication(
    {
      authority: newcomer.id,
      invitation: await digestOf(invitation),
      identity: { kind: 'request', request: await createCertificateRequest(subject, key) },
      declared: NOW.toISOString(),
      ...changes,
    },
    signer ?? key,
  )
}

/** The chain of a certificate for the newcomer's key, or another. */
export async function certify(issuer: CertificateIssuer, key?: SigningKey): Promise<[string]> {
  const order = { party: newcomer.id, name: newcomer.name, state: 'XD', issuer }
  const validity = { notBefore: BEGIN, notAfter: END }
  const subject = key ?? (await newcomer.key())
  return [(await issueCertificate(subject, { ...order, ...validity, role: 'authority' })).x5c]
}

type Said =
  | Pick<Extract<Decision, { outcome: 'approved' }>, 'outcome' | 'chain'>
  | Pick<Extract<Decision, { outcome: 'refused' }>, 'outcome' | 'reason'>

export const decideOn = async (application: string, said: Said, operatorKey: SigningKey) =>
  signDecision(
    {
      authority: newcomer.id,
      application: await digestOf(application),
      declared: NOW.toISOString(),
      ...said,
    },
    operatorKey,
  )
