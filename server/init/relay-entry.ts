import type { DirectoryEntry, EntryKey, KeyPurpose } from '#crypto/directory/entry.js'
import { AuthorityId, PublicJwk } from '#crypto/fields/fields.js'
import type { VerificationKey } from '#crypto/keys/key.js'

/** The relay's directory entry, first version: it receives no mail, it vouches by its keys. */
export function relayEntry(
  id: string,
  keys: Readonly<Partial<Record<KeyPurpose, VerificationKey>>>,
  { from, to }: { readonly from: Date; readonly to: Date },
): DirectoryEntry {
  const validFrom = from.toISOString()
  const validTo = to.toISOString()
  const languages = { normal: [], urgent: [], reciprocity: [] }
  return {
    authority: AuthorityId.parse(id),
    kind: 'relay',
    version: 1,
    supersedes: null,
    validFrom,
    validTo,
    state: id.slice(0, 2).toUpperCase(),
    names: { en: `Relay ${id}` },
    functions: [],
    instruments: [],
    requirements: [],
    languages,
    timeZone: 'UTC',
    officeHours: [],
    holidays: [],
    contact: {},
    dutyContact: null,
    channels: ['rogatory'],
    interpol: false,
    legalBases: [],
    laws: [],
    signatureRules: [],
    accepts: { mediaTypes: [], maximumBytes: 0 },
    policy: { approvals: 0 },
    keys: (Object.entries(keys) as [KeyPurpose, VerificationKey][]).map(
      ([purpose, { kid, jwk }]): EntryKey => ({
        purpose,
        kid,
        jwk: PublicJwk.parse(jwk),
        notBefore: validFrom,
        notAfter: validTo,
      }),
    ),
  }
}
