import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { OfficerCredential, Role } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { type AuthorityId, OfficerId, PublicJwk } from '#crypto/fields/fields.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import { BEGIN, END } from './moments.js'

export type Officer = {
  readonly key: SigningKey
  readonly openingKey: OpeningKey
  readonly claims: OfficerCredential
  readonly credential: string
}

/** Makes an officer of an authority. */
export async function officerOf(
  authority: AuthorityId,
  credentialsKey: SigningKey,
  name: string,
  roles: Role[],
): Promise<Officer> {
  const key = await generateSigningKey('x25519')
  const openingKey = await generateOpeningKey('x25519')
  const claims: OfficerCredential = {
    authority,
    officer: OfficerId.parse(uuidV7(BEGIN)),
    name,
    roles,
    kid: key.kid,
    key: PublicJwk.parse(key.jwk),
    sealingKey: PublicJwk.parse(openingKey.jwk),
    validFrom: BEGIN.toISOString(),
    validTo: END.toISOString(),
  }
  return { key, openingKey, claims, credential: await signCredential(claims, credentialsKey) }
}
