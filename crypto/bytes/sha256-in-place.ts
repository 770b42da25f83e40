import { createSHA256 } from 'hash-wasm'

/** SHA-256 of octets, at once. */
export type InPlace = (octets: Uint8Array) => Uint8Array<ArrayBuffer>

type NodeCrypto = { hash(algorithm: string, data: Uint8Array, encoding: 'buffer'): Uint8Array }

let made: Promise<InPlace> | undefined

/**
 * SHA-256 without another thread, made on first use: by the code that Node has in itself, else in WebAssembly.
 * WebCrypto, the one that every platform has, sends each digest through a queue and back.
 */
export function sha256InPlace(): Promise<InPlace> {
  made ??= makeInPlace(nodeCrypto())
  return made
}

/** @param node - `node:crypto`; undefined where there is none. Both are held against WebCrypto by the tests. */
export async function makeInPlace(node: NodeCrypto | undefined): Promise<InPlace> {
  if (node !== undefined) return (octets) => new Uint8Array(node.hash('sha256', octets, 'buffer'))
  const wasm = await createSHA256()
  // It has one state: nothing is awaited between `init` and `digest`, so no two digests can mix.
  return (octets) => new Uint8Array(wasm.init().update(octets).digest('binary'))
}

/** Asked for by name at run time: an import would keep crypto/ out of every browser. */
function nodeCrypto(): NodeCrypto | undefined {
  type Host = { readonly getBuiltinModule?: (id: string) => unknown }
  const { process } = globalThis as { readonly process?: Host }
  return process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined
}
