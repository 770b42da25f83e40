import { z } from 'zod'
import { equalBytes, fromBase64Url, fromUtf8, toBase64Url } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { parseJson } from '../canonical/parse-json.js'
import type { SecurityKey } from '../directory/security-key.js'
import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { VerificationKey } from '../keys/key.js'
import { type AuthenticatorData, readAuthenticatorData } from './authenticator-data.js'
import { isAsserted } from './is-asserted.js'
import type { SecurityKeyAssertion } from './security-key-assertion.js'
import { securityKeyChallenge, type SignInTouch } from './security-key-challenge.js'
import { verifySignInNonce } from './sign-in-nonce.js'

const CLIENT_DATA = { maxBytes: 2048, maxDepth: 4 }

/** WebAuthn §5.8.1: others may come, and mean nothing here. */
const ClientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
})

type Expected = Omit<SignInTouch, 'nonce'> & {
  /** Of the officer, made for this relay. */
  readonly keys: readonly SecurityKey[]
  /** Of the relay, whose page alone asks. */
  readonly origin: string
  /** Of the relay, which has signed the nonce. */
  readonly nonceKey: VerificationKey
  readonly at: Date
}

/**
 * Verifies that one of an officer's security keys was touched to begin a session, as WebAuthn §7.2 lists it. Whether its
 * counter goes on is for whoever remembers it.
 *
 * @returns which one, and its counter.
 * @throws {@link CryptoError} `access/security-key`
 */
export async function verifySecurityKey(
  assertion: SecurityKeyAssertion,
  expected: Expected,
): Promise<{ readonly credential: string; readonly signCount: number }> {
  const { nonce, credential } = assertion
  const { origin, nonceKey, at } = expected
  const rpId = new URL(origin).hostname
  const own = expected.keys.find((key) => key.credential === credential && key.rpId === rpId)
  if (own === undefined) throw refused('the authority has entered another security key')
  await verifySignInNonce(nonce, { key: nonceKey, origin, at }).catch((cause: unknown) => {
    throw refused('for no question that this relay has asked within five minutes', cause)
  })
  const octets = decoded(assertion)
  const challenge = toBase64Url(await securityKeyChallenge({ ...expected, nonce }))
  judgeClientData(octets.clientDataJSON, challenge, origin)
  const data = readAuthenticatorData(octets.authenticatorData)
  if (data === undefined) throw refused('no authenticator data')
  if (!equalBytes(data.rpIdHash, await sha256(rpId))) throw refused('made for another site')
  judgeHardware(data)
  if (!(await isAsserted(octets, await importVerificationKey(own.key)))) {
    throw refused('the signature does not hold')
  }
  return { credential, signCount: data.signCount }
}

function decoded(assertion: SecurityKeyAssertion) {
  const { authenticatorData, clientDataJSON, signature } = assertion
  try {
    return {
      authenticatorData: fromBase64Url(authenticatorData),
      clientDataJSON: fromBase64Url(clientDataJSON),
      signature: fromBase64Url(signature),
    }
  } catch {
    throw refused('not in base64url')
  }
}

function judgeClientData(octets: Uint8Array, challenge: string, origin: string): void {
  const data = clientDataIn(octets)
  if (data.type !== 'webauthn.get') throw refused('not asked for to sign in')
  if (data.challenge !== challenge) throw refused('for another session')
  if (data.origin !== origin) throw refused('asked for by the page of another site')
  if (data.crossOrigin === true || data.topOrigin !== undefined) {
    throw refused('asked for inside the page of another site')
  }
}

function clientDataIn(octets: Uint8Array): z.infer<typeof ClientData> {
  try {
    return ClientData.parse(parseJson(fromUtf8(octets), CLIENT_DATA))
  } catch {
    throw refused('no client data')
  }
}

function judgeHardware(data: AuthenticatorData): void {
  if (data.isAttested) throw refused('a new credential, and no sign-in')
  if (!data.isUserPresent) throw refused('nobody touched it')
  if (!data.isUserVerified) throw refused('it has not verified its holder')
  // What is copied to other machines is no hardware; BS without BE contradicts itself.
  if (data.isBackupEligible || data.isBackedUp) throw refused('it can be copied to other machines')
}

const refused = (message: string, cause?: unknown) =>
  new CryptoError('access/security-key', message, { cause })
