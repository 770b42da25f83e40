import { join } from 'node:path'
import { OfficerPublicKeys } from '#client/core/officers/add-officer.js'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import type { Session } from '#client/core/session/session.js'
import { credentialsKeyIn } from '#client/example/hire-translator.js'
import { type Access, access } from '#client/transport/access.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { OfficerId } from '#crypto/fields/fields.js'
import { importSigningKey } from '#crypto/keys/import-private.js'

type Place = { readonly origin: string; readonly folder: string; readonly admin: Session }

/** So many officers more at an example authority, each able to log in. They are let into no vault. */
export async function furtherOfficers(
  { origin, folder, admin }: Place,
  count: number,
): Promise<Access[]> {
  const { authority } = admin.officer
  const credentialsKey = await credentialsKeyIn(join(folder, authority))
  const { validTo } = (await admin.directory.current(authority)).payload
  const officers: Access[] = []
  for (let n = 0; n < count; n++) {
    const keys = await createOfficerKeys(authority, 'x25519')
    const { signing, sealing } = OfficerPublicKeys.parse({ authority, ...keys.public })
    const at = admin.platform.now()
    const credential = await signCredential(
      {
        authority,
        officer: OfficerId.parse(uuidV7(at)),
        name: `Officer ${n}`,
        roles: ['case'],
        kid: signing.kid,
        key: signing.jwk,
        sealingKey: sealing.jwk,
        validFrom: at.toISOString(),
        validTo,
      },
      credentialsKey,
    )
    await admin.relay.call('publishCredential', { body: { credential } })
    const key = await importSigningKey(keys.content.signingKey)
    officers.push(access(origin, key, () => admin.platform.now()))
  }
  return officers
}
