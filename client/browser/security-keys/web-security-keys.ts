import { RpId } from '#crypto/fields/rp-id.js'
import { ClientError } from '../../core/client-error.js'
import type { Asserted, SecurityKeys } from '../../core/security-keys/security-keys.js'
import { CURVES, publicKeyOf } from './public-key-of.js'
import { elsewhere, refusalOf } from './refusal-of.js'
import { requireHardware, unfit } from './require-hardware.js'

const WITHIN_MS = 120_000
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
          pubKeyCredParams: [...CURVES.keys()].map((alg) => ({ type: 'public-key', alg })),
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
    const response = made.response as AuthenticatorAttestationResponse
    requireHardware(response.getAuthenticatorData())
    return { credential: new Uint8Array(made.rawId), key: await publicKeyOf(response) }
  },

  async ask({ rpId, prfSalt, credentials, challenge = random(32) }) {
    const extensions = { prf: { eval: { first: new Uint8Array(prfSalt) } } }
    const answer = await assertion({ rpId, challenge, credentials }, extensions)
    const output = answer.getClientExtensionResults().prf?.results?.first
    if (!(output instanceof ArrayBuffer)) throw unfit('the security key gave no output')
    return { ...assertedBy(answer), prf: new Uint8Array(output) }
  },

  async touch(request) {
    return assertedBy(await assertion(request))
  },
}

type Request = Parameters<SecurityKeys['touch']>[0]

async function assertion(
  { rpId, challenge, credentials }: Request,
  extensions: AuthenticationExtensionsClientInputs = {},
): Promise<PublicKeyCredential> {
  requireWebAuthn()
  const answer = await answered(() =>
    navigator.credentials.get({
      publicKey: {
        rpId,
        challenge: new Uint8Array(challenge),
        allowCredentials: credentials.map(asDescriptor),
        userVerification: 'required',
        timeout: WITHIN_MS,
        extensions,
        ...HINTS,
      },
    }),
  )
  requireHardware((answer.response as AuthenticatorAssertionResponse).authenticatorData)
  return answer
}

function assertedBy({ rawId, response }: PublicKeyCredential): Asserted {
  const { authenticatorData, clientDataJSON, signature } =
    response as AuthenticatorAssertionResponse
  return {
    credential: new Uint8Array(rawId),
    authenticatorData: new Uint8Array(authenticatorData),
    clientDataJSON: new Uint8Array(clientDataJSON),
    signature: new Uint8Array(signature),
  }
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
