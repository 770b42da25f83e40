import type { Digester } from '../ports.js'

export type Measure = { readonly length: number; readonly digest: string }

/** Counts and digests octets as they come by. */
export function measure(digester: Digester) {
  let length = 0
  return {
    /** The chunk may be reused once this has resolved. Answers how many octets came by so far. */
    async take(chunk: Uint8Array): Promise<number> {
      await digester.update(chunk)
      length += chunk.length
      return length
    },
    result: async (): Promise<Measure> => ({ length, digest: await digester.digest() }),
    close: () => digester.close(),
  }
}
