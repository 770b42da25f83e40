import { RpId } from '#crypto/keystore/bound-keystore-file.js'
import { ClientError } from '../../core/client-error.js'
import type { SecurityKeys } from '../../core/security-keys/security-keys.js'
import { elsewhere, refusalOf } from './refusal-of.js'
import { requireHardware, unfit } from './require-hardware.js'

const WITHIN_MS = 120_000
/** COSE: ES256, Ed25519, RS256. Nobody verifies a signature: what counts is the pseudo-random function. */
const ALGORITHMS = [-7, -8, -257]
/** WebAuthn's newest word for which dialogue to show; types do not have it yet. */
const HINTS = { hints: ['security-key'] }

/** Security keys by WebAuthn (Level 3, with `prf`). */
export const webSecurityKeys: SecurityKeys = {
  rpId() {
    requireWebAuthn()
    const { hostname } = location
    if (!RpId.safeParse(hostname).success) throw elsewhere()
    return hostname
  },

  async create({ rpId, known }) {
    requireWebAuthn()
    const made = await answered(() =>
      navigator.credentials.create({
        publicKey: {
          rp: { id: rpId, name: 'Rogatory' },
          // For no account: a key that keeps names has nothing of the officer on it.
          user: { id: random(32), name: 'Rogatory', displayName: 'Rogatory' },
          challenge: random(32),
          pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
          excludeCredentials: known.map(asDescriptor),
          authenticatorSelection: {
            authenticatorAttachment: 'cross-platform',
            residentKey: 'discouraged',
            userVerification: 'required',
          },
          attestation: 'none',
          timeout: WITHIN_MS,
          extensions: { prf: {} },
          ...HINTS,
        },
      }),
    )
    const { enabled } = made.getClientExtensionResults().prf ?? {}
    if (enabled !== true) throw unfit('the security key has no pseudo-random function')
    requireHardware((made.response as AuthenticatorAttestationResponse).getAuthenticatorData())
    return new Uint8Array(made.rawId)
  },

  async ask({ rpId, prfSalt, credentials }) {
    requireWebAuthn()
    const answer = await answered(() =>
      navigator.credentials.get({
        publicKey: {
          rpId,
          challenge: random(32),
          allowCredentials: credentials.map(asDescriptor),
          userVerification: 'required',
          timeout: WITHIN_MS,
          extensions: { prf: { eval: { first: new Uint8Array(prfSalt) } } },
          ...HINTS,
        },
      }),
    )
    requireHardware((answer.response as AuthenticatorAssertionResponse).authenticatorData)
    const output = answer.getClientExtensionResults().prf?.results?.first
    if (!(output instanceof ArrayBuffer)) throw unfit('the security key gave no output')
    return { credential: new Uint8Array(answer.rawId), prf: new Uint8Array(output) }
  },
}

const random = (octets: number) => crypto.getRandomValues(new Uint8Array(octets))

const asDescriptor = (credential: Uint8Array): PublicKeyCredentialDescriptor => ({
  type: 'public-key',
  id: new Uint8Array(credential),
})

function requireWebAuthn(): void {
  if ('PublicKeyCredential' in globalThis) return
  throw new ClientError(
    'security-key-absent',
    'this browser knows no security keys',
    'Use a current browser.',
  )
}

async function answered(run: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await run().catch((error: unknown) => {
    throw refusalOf(error)
  })
  if (credential instanceof PublicKeyCredential) return credential
  throw unfit('this browser answered with something else than a credential')
}
