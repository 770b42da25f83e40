import type { Constellation } from './constellation.js'

/** What becomes of octets that a relay hands out; undefined: none come. */
export type Change = (octets: Buffer) => Uint8Array | undefined

/** Has the relay change every download from now on. */
export function changeInTransit({ lies }: Constellation, change: Change): void {
  lies.downloads = async function* (_name, octets) {
    const all: Uint8Array[] = []
    for await (const chunk of octets) all.push(chunk)
    const told = change(Buffer.concat(all))
    if (told !== undefined) yield told
  }
}
