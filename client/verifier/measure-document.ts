import { createSHA256 } from 'hash-wasm'
import type { DocumentClaim } from '#crypto/proof/verify-bundle.js'

/** Length and digest of a document of any size, in constant memory. */
export async function measureDocument(
  file: File,
  onProgress: (percent: number) => void,
): Promise<DocumentClaim> {
  const hash = await createSHA256()
  const reader = file.stream().getReader()
  let length = 0
  let told = -1
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    hash.update(next.value)
    length += next.value.length
    const percent = Math.floor((100 * length) / Math.max(1, file.size))
    if (percent !== told) onProgress(percent)
    told = percent
  }
  return { name: file.name, length, digest: hash.digest('hex') }
}
