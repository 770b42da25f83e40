import { readTrustList } from '#crypto/directory/trust-list.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { Operator } from '../../core/operations/operator.js'

export type OperatorFiles = { readonly root: File; readonly key: File; readonly trust: File }

/**
 * The operator of the network, from the files that are kept offline. In memory while the page is open; nothing
 * of them but signatures and certificates is sent.
 *
 * @throws CryptoError `pki/…`, `keys/…`, `directory/trust`
 */
export async function openOperator(
  { root, key, trust }: OperatorFiles,
  passphrase: string,
  relay: Operator['relay'],
): Promise<Operator> {
  const jwk: unknown = parseJson(await key.text(), { maxBytes: 16 * 1024, maxDepth: 4 })
  return {
    root: await fromPkcs12(new Uint8Array(await root.arrayBuffer()), passphrase),
    key: await importSigningKey(jwk),
    trust: readTrustList(await trust.text()),
    relay,
  }
}
