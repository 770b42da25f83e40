import { digestOf } from '#crypto/bytes/sha256.js'
import { signApplication } from '#crypto/directory/application.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { sealIdentityKey } from '#crypto/pki/encrypted-key.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import type { AuthorityData } from '../../core/enrolment/enrol-authority.js'
import { readInvitation } from '../../core/enrolment/read-invitation.js'
import { httpRelay } from '../../transport/http-relay.js'
import { keyring } from '../api/keyring.js'
import { type Begun, enrolments } from './begun.js'

type Plan = {
  readonly invitation: string
  readonly trust: string
  readonly data: AuthorityData
  readonly officer: Begun['officer']
  readonly passphrase: string
  /** A certificate of a national certificate authority, with its key; else the operator is asked for one. */
  readonly presented: { readonly chain: readonly string[]; readonly key: IdentityKey } | undefined
}

/**
 * Makes the identity key, unless one is presented, and the application, keeps both in this browser, and sends the application. Sent again,
 * it is the same one.
 *
 * @throws ClientError `usage`; CryptoError `directory/trust`; RelayProblem `invitation-…`
 */
export async function applyForEnrolment(plan: Plan): Promise<Begun> {
  const { invitation, trust, data, officer, passphrase, presented } = plan
  readTrustList(trust)
  const { authority, name } = await readInvitation(invitation)
  const key = presented?.key ?? (await generateIdentityKey())
  const subject = { party: authority, name, state: data.state }
  const application = await signApplication(
    {
      authority,
      invitation: await digestOf(invitation),
      identity: presented
        ? { kind: 'certificate', chain: [...presented.chain] }
        : { kind: 'request', request: await createCertificateRequest(subject, key) },
      declared: new Date().toISOString(),
    },
    key,
  )
  const begun: Begun = {
    invitation,
    application,
    trust,
    data,
    officer,
    identityKey: await sealIdentityKey(key, passphrase),
  }
  const { database } = await keyring()
  await enrolments(database).keep(begun)
  await sendApplication(begun)
  return begun
}

/** Brings the application that is kept here to the relay, which knows it again. */
export async function sendApplication({ invitation, application }: Begun): Promise<void> {
  const { relay } = await readInvitation(invitation)
  const http = httpRelay(relay.origin, undefined, () => new Date())
  await http.call('applyForEnrolment', { body: { invitation, application } })
}
