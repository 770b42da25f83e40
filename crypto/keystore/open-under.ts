import { compactDecrypt } from 'jose'
import type { SealedType } from './seal-under.js'

/** Opens what `sealUnder` has sealed; undefined for everything else. */
export async function openUnder(
  key: Uint8Array,
  jwe: string,
  typ: SealedType,
): Promise<Uint8Array | undefined> {
  const opened = await compactDecrypt(jwe, key, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxDecompressedLength: 0,
  }).catch(() => undefined)
  return opened?.protectedHeader.typ === typ ? opened.plaintext : undefined
}
