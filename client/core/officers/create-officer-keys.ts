import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'

export type OfficerKeys = {
  readonly content: KeystoreContent
  readonly public: {
    readonly signing: Pick<SigningKey, 'kid' | 'jwk'>
    readonly sealing: Pick<OpeningKey, 'kid' | 'jwk'>
  }
}

/** Makes the two key pairs of an officer: one signs what they do, one opens their authority's vault. */
export async function createOfficerKeys(
  authority: AuthorityId,
  suite: Suite,
): Promise<OfficerKeys> {
  const signing = await generateSigningKey(suite, { extractable: true })
  const sealing = await generateOpeningKey(suite, { extractable: true })
  return {
    content: {
      authority,
      signingKey: await exportPrivateJwk(signing),
      sealingKey: await exportPrivateJwk(sealing),
      credential: null,
    },
    public: {
      signing: { kid: signing.kid, jwk: signing.jwk },
      sealing: { kid: sealing.kid, jwk: sealing.jwk },
    },
  }
}
