import { createHash, randomBytes } from 'node:crypto'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type {
  StoredDirectoryStatement,
  StoredEvidence,
  StoredPackage,
  StoredReceipt,
} from '#server/domain/ports.js'

export const NOON = new Date('2026-03-01T12:00:00.000Z')
export const at = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
export const [xa, xb, xc] = ['xa.moj', 'xb.pgo', 'xc.court'].map((id) => AuthorityId.parse(id)) as [
  AuthorityId,
  AuthorityId,
  AuthorityId,
]

export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
export const anyDigest = () => randomBytes(32).toString('hex')
const anyStatement = () => {
  const statement = `e30.${randomBytes(24).toString('base64url')}.e30`
  return { statement, digest: digestOf(statement), keptAt: NOON }
}

export const somePackage = (changes: Partial<StoredPackage> = {}): StoredPackage => ({
  package: PackageId.parse(uuidV7(NOON)),
  sender: xa,
  recipients: [xb],
  case: CaseId.parse(uuidV7(NOON)),
  urgency: 'routine',
  credential: 'credential',
  approvals: [{ approval: 'approval', credential: 'its credential' }],
  envelope: '{"recipients":[],"ciphertext":"żółć"}',
  ...named(anyStatement()),
  ...changes,
})
const named = ({ statement, digest, keptAt }: ReturnType<typeof anyStatement>) => ({
  header: statement,
  digest,
  keptAt,
})

export const someEvidence = (
  changes: Partial<StoredEvidence> = {},
): Omit<StoredEvidence, 'index'> => ({
  ...anyStatement(),
  typ: 'rogatory-evidence',
  package: PackageId.parse(uuidV7(NOON)),
  header: anyDigest(),
  sequence: 0,
  step: 'A.1',
  code: 'A.1',
  recipient: null,
  parties: [xa],
  time: NOON.toISOString(),
  ...changes,
})

export const someReceipt = (
  changes: Partial<StoredReceipt> = {},
): Omit<StoredReceipt, 'index'> => ({
  ...anyStatement(),
  typ: 'rogatory-receipt',
  header: anyDigest(),
  recipient: xb,
  credential: 'credential',
  ...changes,
})

export const someEntry = (
  authority: AuthorityId,
  version: number,
  changes: Partial<StoredDirectoryStatement> = {},
): Omit<StoredDirectoryStatement, 'index'> => ({
  ...anyStatement(),
  typ: 'rogatory-entry',
  authority,
  key: `entry/${version}`,
  ...changes,
})

export const someCredential = (
  authority: AuthorityId,
  kid: string,
  changes: Partial<StoredDirectoryStatement> = {},
): Omit<StoredDirectoryStatement, 'index'> => {
  const statement = anyStatement()
  const key = `officer/${kid}/${statement.digest}`
  return { ...statement, typ: 'rogatory-officer', authority, key, ...changes }
}

export const kid = () => randomBytes(32).toString('base64url')
