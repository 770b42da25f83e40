import { createSHA256, type IHasher } from 'hash-wasm'

let hasher: Promise<IHasher> | undefined

/**
 * SHA-256 in WebAssembly, in place: the hasher of this process, made on first use. It has one state, so
 * nothing may be awaited between `init` and `digest`.
 */
export function sha256Hasher(): Promise<IHasher> {
  hasher ??= createSHA256()
  return hasher
}
