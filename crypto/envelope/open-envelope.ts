import { generalDecrypt } from 'jose/jwe/general/decrypt'
import { unshared } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { AGREEMENT, CONTENT_ENCRYPTION } from '../keys/algorithms.js'
import type { OpeningKey } from '../keys/key.js'
import { readPublicJwk } from '../keys/read-jwk.js'
import { type Envelope, readEnvelope } from './read-envelope.js'

/**
 * Opens an envelope with one key. The entry is picked by `kid`; only it is tried.
 *
 * An envelope says nothing of who sealed it: its content is a signed statement, to be verified next.
 *
 * @throws {@link CryptoError} `envelope/malformed` on another form than {@link readEnvelope} accepts;
 *   `envelope/recipient` if it is not sealed to this key; `envelope/decryption` if it does not open,
 *   whatever the reason: an ephemeral key of another curve or of low order, a changed octet.
 */
export async function openEnvelope(
  envelope: string,
  key: OpeningKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const jwe = readEnvelope(envelope)
  const ours = jwe.recipients.find(({ header }) => header.kid === key.kid)
  if (!ours) throw new CryptoError('envelope/recipient', 'the envelope is not sealed to this key')
  checkEphemeralKey(ours.header.epk, key)
  return decrypt({ ...jwe, recipients: [ours] }, key)
}

// An agreement with a hostile point tells of our private key by whether it succeeds.
function checkEphemeralKey(epk: unknown, { crv }: OpeningKey): void {
  if (honestCurve(epk) !== crv) throw undecryptable()
}

function honestCurve(epk: unknown): string | undefined {
  try {
    return readPublicJwk(epk).crv
  } catch {
    return undefined
  }
}

async function decrypt(jwe: Envelope, { privateKey }: OpeningKey) {
  try {
    const { plaintext } = await generalDecrypt(jwe, privateKey, {
      keyManagementAlgorithms: [AGREEMENT],
      contentEncryptionAlgorithms: [CONTENT_ENCRYPTION],
      maxDecompressedLength: 0,
    })
    return unshared(plaintext)
  } catch {
    throw undecryptable()
  }
}

const undecryptable = () => new CryptoError('envelope/decryption', 'the envelope does not open')
