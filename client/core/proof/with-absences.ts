import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { type BundledAbsence, type ProofBundle, versionOf } from '#crypto/proof/bundle.js'
import { Absence } from '#crypto/evidence/absence.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { parseCheckpoint } from '#crypto/transparency/checkpoint.js'
import { parseNote } from '#crypto/transparency/note.js'
import { untrusted } from './check-evidence.js'
import type { Session } from '../session/session.js'

/**
 * The bundle with the relay's statements that receipts are absent, each joined with the bundle's checkpoint
 * by a proof of consistency. Nothing of it is verified here.
 *
 * @throws {@link RelayProblem} `receipt-present`, `authority-unknown`; {@link ClientError}
 *   `evidence-untrusted` if what comes is no statement of absence.
 */
export async function withAbsences(
  { relay }: Session,
  id: PackageId,
  bundle: ProofBundle,
  recipients: readonly AuthorityId[],
): Promise<ProofBundle> {
  if (recipients.length === 0 || bundle.log === null) return bundle
  const own = sizeOf(bundle.log.checkpoint)
  const absences = await Promise.all(recipients.map(gather))
  const stated = { ...bundle, absences }
  return { ...stated, version: versionOf(stated) }

  async function gather(recipient: AuthorityId): Promise<BundledAbsence> {
    const params = { package: id, recipient }
    const { absence, timestamps, witnessed } = await relay.call('readAbsence', { params })
    const claims = Absence.safeParse((await readStatement(absence)).payload)
    if (!claims.success) throw untrusted('the relay hands out no statement of absence')
    const size = sizeOf(claims.data.checkpoint)
    const [from, to] = own <= size ? [own, size] : [size, own]
    const { path } =
      from === to ? { path: [] } : await relay.call('readConsistency', { query: { from, to } })
    return {
      statement: absence,
      path: [...path],
      timestamps: [...timestamps],
      ...(witnessed.length > 0 && { witnessed: [...witnessed] }),
    }
  }
}

const sizeOf = (note: string) => parseCheckpoint(parseNote(note).text).size
