import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { consignPackage } from '#server/domain/packages/consign-package.js'
import type { Announcer, Outbox, StoredPackage } from '#server/domain/ports.js'
import { recordEvidence } from '#server/domain/evidence/record-evidence.js'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import type { Processors } from '#workers/processor.js'
import { testMongodbUri } from './test-services.js'

const clock = { now: () => new Date() }
const never = () => Promise.reject(new Error('not a job of this test'))

export const openStorage = (database: string): Promise<Storage> =>
  connectStorage(testMongodbUri(), { database })

/** The real use-case behind `receipts.consign`, on real stores; every other job fails. */
export function consigning(
  storage: Storage,
  evidenceKey: SigningKey,
  outbox: Outbox,
  announcer: Announcer = {
    announce: () => undefined,
  },
): Processors {
  const { packages, evidence } = storage
  const relay = { id: AuthorityId.parse('zz.relay'), evidenceKey }
  // Nobody is suspended in these tests.
  const authorities = { of: () => Promise.resolve(undefined), forget: () => undefined }
  const record = recordEvidence({ evidence, relay, clock, announcer })
  return {
    'receipts.consign': consignPackage({ authorities, packages, evidence, outbox, clock, record }),
    'receipts.notified': never,
    'receipts.handed-over': never,
    'clocks.acknowledgement': never,
    'clocks.asked': never,
    'clocks.expiry': never,
    'clocks.non-delivery': never,
    'clocks.endings': never,
    'clocks.duty': never,
    'translation.turn': never,
    'notifications.deliver': never,
  }
}

/** A sealed package as the relay keeps it. */
export const storedPackage = (
  sealed: { header: string; envelope: string; credential: string; draft: { package: string } },
  digest: string,
): StoredPackage => ({
  package: PackageId.parse(sealed.draft.package),
  digest,
  sender: AuthorityId.parse('xa.moj'),
  recipients: [AuthorityId.parse('xb.pgo')],
  header: sealed.header,
  credential: sealed.credential,
  approvals: [],
  envelope: sealed.envelope,
  keptAt: clock.now(),
})
