import { CryptoError } from '../errors.js'
import { sealedLength } from '../stream/layout.js'
import type { Header } from './header.js'
import type { ManifestPart } from './manifest.js'

/**
 * Checks that header and manifest speak of one part, and that its ciphertext has the one length that
 * its plaintext seals to: nothing is hidden behind it.
 *
 * @throws {@link CryptoError} `package/part`
 */
export function checkPart(
  manifest: Pick<ManifestPart, 'part' | 'length'>,
  header: Pick<Header['parts'][number], 'part' | 'length'>,
): void {
  if (manifest.part !== header.part) throw refused('header and manifest name different parts')
  if (header.length !== lengthOf(manifest)) {
    throw refused('a part whose ciphertext is longer or shorter than its plaintext makes it')
  }
}

function lengthOf({ length }: Pick<ManifestPart, 'length'>): number {
  try {
    return sealedLength(length)
  } catch {
    throw refused('a part longer than any that can be sealed')
  }
}

const refused = (message: string) => new CryptoError('package/part', message)
