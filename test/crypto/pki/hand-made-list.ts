import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit, TAG } from '#crypto/pki/der/tag.js'
import {
  ascii,
  der,
  oid,
  octetString,
  sequence,
  time,
  unsignedInteger,
} from '#crypto/pki/der/write-der.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { SHA256_WITH_RSA } from '#crypto/pki/signature-algorithm.js'
import { signedByIssuer } from '#crypto/pki/signed.js'
import { commonName } from './hand-made.js'

const TRUE = der(TAG.boolean, Uint8Array.of(0xff))

export const extension = (id: string, value: Octets, critical = false): Octets =>
  sequence(oid(id), ...(critical ? [TRUE] : []), octetString(value))

export const reason = (code: number): Octets =>
  extension('2.5.29.21', der(TAG.enumerated, Uint8Array.of(code)))

/** "It was lost at that moment already", as a GeneralizedTime such as `20260301000000Z`. */
export const invalidSince = (moment: string): Octets => extension('2.5.29.24', generalized(moment))

export const generalized = (moment: string): Octets => der(TAG.generalizedTime, ascii(moment))

/** A list by `CN=Root` from 2026-02-01 to 2027-01-01, revoking 01ff on 2026-07-01, otherwise as told. */
export async function handMadeList(
  key: IdentityKey,
  parts: {
    readonly version?: Octets[]
    readonly nextUpdate?: Octets[]
    readonly entryExtensions?: Octets[]
    readonly entries?: Octets[]
    /** Nothing is revoked, and the member is left out. */
    readonly isEmpty?: boolean
    readonly listExtensions?: Octets[]
  } = {},
): Promise<Octets> {
  const entryExtensions = parts.entryExtensions ? [sequence(...parts.entryExtensions)] : []
  const entry = sequence(unsignedInteger('01ff'), time(new Date('2026-07-01')), ...entryExtensions)
  const listExtensions = parts.listExtensions ?? [extension('2.5.29.20', unsignedInteger(1))]
  const tbs = sequence(
    ...(parts.version ?? [unsignedInteger(1)]),
    SHA256_WITH_RSA,
    commonName('Root'),
    time(new Date('2026-02-01')),
    ...(parts.nextUpdate ?? [time(new Date('2027-01-01'))]),
    ...(parts.isEmpty === true ? [] : [sequence(...(parts.entries ?? [entry]))]),
    der(explicit(0), sequence(...listExtensions)),
  )
  return signedByIssuer(tbs, key.privateKeyPem)
}
