import { digestOf } from '#crypto/bytes/sha256.js'
import { type Application, signApplication } from '#crypto/directory/application.js'
import type { Invitation } from '#crypto/directory/invitation.js'
import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { openIdentityKey, sealIdentityKey } from '#crypto/pki/encrypted-key.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { ClientError } from '../core/client-error.js'
import type { AuthorityData, Enrolment } from '../core/enrolment/enrol-authority.js'
import type { Relay } from '../core/ports.js'
import { readInvitation } from '../core/enrolment/read-invitation.js'
import { RelayProblem } from '../core/relay-problem.js'
import {
  type BegunEnrolment,
  enrolmentFiles,
  type EnrolmentPlace,
  privateFolder,
} from './enrolment-folder.js'

export type EnrolmentPlan = {
  readonly invitation: string
  readonly data: AuthorityData
  readonly officers: Enrolment['officers']
  readonly suite: Suite
  /** A certificate that a national certificate authority has issued, with its key. */
  readonly presented?: { readonly chain: readonly string[]; readonly key: IdentityKey }
}

/**
 * Applies for enrolment: identity key, application, both kept here before anything is sent. Again, it
 * sends the same application, or one signed anew when the first never arrived and is too old by now. What
 * the entry and the officers are to be is taken from the last call, until {@link completeEnrolment} has
 * made their keys.
 *
 * @returns what to read out to the operator.
 * @throws {@link ClientError} `usage` for an invitation that is none or is another authority's,
 *   `enrolment-begun` if this folder holds another one; RelayProblem `invitation-…`, `clock-skewed`.
 */
export async function beginEnrolment(
  plan: EnrolmentPlan,
  place: EnrolmentPlace,
  relay: (origin: string) => Relay,
  at: Date,
): Promise<{ readonly application: string; readonly fingerprint: string }> {
  const invitation = await readInvitation(plan.invitation)
  if (invitation.authority !== plan.data.authority) {
    throw new ClientError(
      'usage',
      `${invitation.authority} is invited, not ${plan.data.authority}`,
      'Correct the entry, or ask the operator for another invitation.',
    )
  }
  const files = enrolmentFiles(place)
  await privateFolder(place.folder)
  const kept = await files.begun()
  if (kept !== undefined && kept.invitation !== plan.invitation) {
    throw new ClientError(
      'enrolment-begun',
      `${place.folder} holds an enrolment under another invitation`,
      'Choose another folder, or go on with: rogatory enrol complete',
    )
  }
  const isMade = (await files.publication()) !== undefined
  const begun =
    kept === undefined
      ? await prepare(plan, invitation, place, at)
      : { ...kept, ...(isMade ? {} : whatIsPlanned(plan)) }
  await files.keepBegun(begun)
  const apply = ({ application }: BegunEnrolment) =>
    relay(invitation.relay.origin).call('applyForEnrolment', {
      body: { invitation: plan.invitation, application },
    })
  try {
    await apply(begun)
    return await spoken(begun)
  } catch (error) {
    // It was signed in an earlier call, and the relay keeps it not: else it would know it again, however old.
    if (kept === undefined || !isTooOld(error)) throw error
    const anew = await prepare(plan, invitation, place, at)
    await files.keepBegun(anew)
    await apply(anew)
    return spoken(anew)
  }
}

const isTooOld = (error: unknown) => error instanceof RelayProblem && error.code === 'clock-skewed'

const whatIsPlanned = ({ data, officers, suite }: EnrolmentPlan) => ({
  data,
  suite,
  officers: officers.map(({ name, roles }) => ({ name, roles: [...roles] })),
})

async function spoken({ application }: BegunEnrolment) {
  const digest = await digestOf(application)
  return { application: digest, fingerprint: spokenFingerprint(digest) }
}

async function prepare(
  { presented, ...plan }: EnrolmentPlan,
  { authority, name }: Invitation,
  place: EnrolmentPlace,
  at: Date,
): Promise<BegunEnrolment> {
  const key = await identityKey(place, presented?.key)
  const identity: Application['identity'] =
    presented === undefined
      ? {
          kind: 'request',
          request: await createCertificateRequest(
            { party: authority, name, state: plan.data.state },
            key,
          ),
        }
      : { kind: 'certificate', chain: [...presented.chain] }
  const invitation = await digestOf(plan.invitation)
  const claims = { authority, invitation, identity, declared: at.toISOString() }
  const application = await signApplication(claims, key)
  return { invitation: plan.invitation, application, ...whatIsPlanned(plan) }
}

/** The key that a try before this one has kept, else the one presented, else a new one. */
async function identityKey(place: EnrolmentPlace, presented?: IdentityKey): Promise<IdentityKey> {
  const files = enrolmentFiles(place)
  const passphrase = await place.passphrase(place.folder)
  const kept = await files.identityKey()
  if (kept !== undefined && presented === undefined) return openIdentityKey(kept, passphrase)
  const key = presented ?? (await generateIdentityKey())
  await files.keepIdentityKey(await sealIdentityKey(key, passphrase))
  return key
}
