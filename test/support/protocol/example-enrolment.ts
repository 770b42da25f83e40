import { digestOf } from '#crypto/bytes/sha256.js'
import { signApplication } from '#crypto/directory/application.js'
import { signDecision } from '#crypto/directory/decision.js'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { signInvitation } from '#crypto/directory/invitation.js'
import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<Awaited<ReturnType<typeof exampleNetwork>>, 'keys' | 'relay' | 'root'>

/** A third authority is invited, applies, and is approved. */
export async function exampleEnrolment({ keys, relay, root }: Network) {
  const authority = AuthorityId.parse('xc.moj')
  const subject = { party: authority, name: 'Example xc.moj', state: 'XC' }
  const relayId = relay.entry.payload.authority
  const at = (minutes: number) => after(NOW, 60 * minutes).toISOString()
  const invitation = await signInvitation(
    {
      authority,
      name: subject.name,
      relay: { id: relayId, origin: 'https://relay.example' },
      declared: at(0),
      validTo: at(60 * 24 * 14),
    },
    relay.operator,
  )
  const key = await keys.identity('xc.moj identity')
  const request = await createCertificateRequest(subject, key)
  const application = await signApplication(
    {
      authority,
      invitation: await digestOf(invitation),
      identity: { kind: 'request', request },
      declared: at(1),
    },
    key,
  )
  const { x5c } = await issueCertificate(request, {
    ...subject,
    role: 'authority',
    issuer: root,
    notBefore: BEGIN,
    notAfter: END,
  })
  const digest = await digestOf(application)
  return {
    invitation,
    application,
    'spoken-fingerprint': { digest, spoken: spokenFingerprint(digest) },
    inquiry: await signInquiry({ relay: relayId, declared: at(2) }, relay.operator),
    decision: await signDecision(
      { authority, application: digest, outcome: 'approved', chain: [x5c], declared: at(3) },
      relay.operator,
    ),
  }
}
