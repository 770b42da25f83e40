import { fromHex, toUtf8 } from '#crypto/bytes/bytes.js'
import type { StreamLayout } from '#crypto/stream/layout.js'

/**
 * Tink's own vectors for AES-GCM-HKDF streaming (tink-java, `AesGcmHkdfStreamingTestUtil`, the first
 * of them from Tink's tests across languages). None has our layout, hence layouts are parameters.
 */
export type TinkVector = {
  readonly name: string
  readonly layout: StreamLayout
  readonly key: Uint8Array
  readonly associatedData: Uint8Array
  readonly plaintext: Uint8Array
  readonly ciphertext: Uint8Array
}

const KEY_16 = fromHex('6eb56cdc726dfbe5d57f2fcdc6e9345b')
const KEY_32 = fromHex('00112233445566778899aabbccddeeff6eb56cdc726dfbe5d57f2fcdc6e9345b')
const NOTHING = new Uint8Array()
const small = (hash: StreamLayout['hash']) => ({ segmentBytes: 64, derivedKeyBytes: 16, hash })
const empty = { associatedData: NOTHING, plaintext: NOTHING }
const EMPTY_UNDER_32 = fromHex(
  '28fae780c70a82d1256c8303a1261ac6a98cf557b4e173967a62f3c149517ba5b2431da93b3c6e90' +
    'f508b34dc14bfda59bab05681c6ad3fa',
)

export const TINK_VECTORS: readonly TinkVector[] = [
  {
    name: 'three segments',
    layout: small('SHA-1'),
    key: KEY_16,
    associatedData: toUtf8('aad'),
    plaintext: toUtf8(
      'This is a fairly long plaintext. It is of the exact length to create three output blocks. ',
    ),
    ciphertext: fromHex(
      '1893b3af5e14ab378d065addfc8484da642c0862877baea8' +
        'db92d9c77406a406168478821c4298eab3e6d531277f4c1a051714faebcaefcbca7b7be05e9445ea' +
        'a0bb2904153398a25084dd80ae0edcd1c3079fcea2cd3770630ee36f7539207b8ec9d754956d486b' +
        '71cdf989f0ed6fba6779b63558be0a66e668df14e1603cd2' +
        'af8944844078345286d0b292e772e7190775c51a0f83e40c0b75821027e7e538e111',
    ),
  },
  {
    name: 'nothing, SHA-1',
    layout: small('SHA-1'),
    key: KEY_16,
    ...empty,
    ciphertext: fromHex(
      '18ec99b2c3884194023bd41bb9bff309205354c750fa0cb3c0d02609abf71f88eaeaa48d7deca27f',
    ),
  },
  {
    name: 'nothing, SHA-256',
    layout: small('SHA-256'),
    key: KEY_16,
    ...empty,
    ciphertext: fromHex(
      '18be78bce0cab6fd38a9041eea8ab0ffc4cf17e3c00b661d3927f5f79069f41a210fedc40b25648c',
    ),
  },
  {
    name: 'nothing, SHA-512',
    layout: small('SHA-512'),
    key: KEY_16,
    ...empty,
    ciphertext: fromHex(
      '18fec8139ccb406e0f140d7e2bcc41e1b899bc1b121574cc31d1c78ed2ca1cdf324665b8dce21095',
    ),
  },
  {
    name: 'nothing, a key of 32 octets',
    layout: small('SHA-1'),
    key: KEY_32,
    ...empty,
    ciphertext: fromHex(
      '180880e85a24207a7b72cefde26306ed09d7d76e58104b751d005a3ffd72dd6151f0d9c8ccf163f7',
    ),
  },
  {
    name: 'nothing, a derived key of 32 octets',
    layout: { segmentBytes: 64, derivedKeyBytes: 32, hash: 'SHA-1' },
    key: KEY_32,
    ...empty,
    ciphertext: EMPTY_UNDER_32,
  },
  {
    name: 'nothing, segments of 128 octets',
    layout: { segmentBytes: 128, derivedKeyBytes: 32, hash: 'SHA-1' },
    key: KEY_32,
    ...empty,
    ciphertext: EMPTY_UNDER_32,
  },
  {
    name: 'exactly one segment of 120 octets',
    layout: { segmentBytes: 120, derivedKeyBytes: 32, hash: 'SHA-1' },
    key: KEY_32,
    associatedData: Uint8Array.of(0, 1, 2, 3),
    plaintext: toUtf8('BLOCK 1.BLOCK 2.BLOCK 3.BLOCK 4.BLOCK 5.BLOCK 6.BLOCK 7.BLOCK 8.'),
    ciphertext: fromHex(
      '28782994617714a80fa085e15051a16854522330d6d0f26c049b2192f09cdd98b2eb90c753bfff27' +
        '7a29e54fa4afb15d648c28477eb07f012535c767f5fdce24ffffae318480c1d37357d6d3c5111593' +
        '18afa09ef38aa3f5456fd7817c5c02dd6e1a7fef174c8bd24e38b5982ac105497c0101ac5581fe5b',
    ),
  },
]
