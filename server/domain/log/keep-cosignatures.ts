import { verifyCosignature } from '#crypto/transparency/cosignature.js'
import {
  addSignatures,
  formatSignatureLine,
  parseSignatureLines,
} from '#crypto/transparency/note.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import type { CosignatureStore } from './ports.js'

/** The keys of witnesses whose cosignatures are kept. */
export type WitnessKeys = readonly NoteKey[]

type Offered = { readonly size: number; readonly note: string; readonly lines: string }

/**
 * Keeps those of some cosignature lines over a checkpoint that are of known witnesses. Those of unknown
 * keys are ignored (C2SP tlog-witness).
 *
 * @returns how many are of known witnesses.
 * @throws {@link CryptoError} `transparency/note` if the lines are none, `transparency/signature` if a
 *   known witness's cosignature is false; nothing is kept then.
 */
export async function keepCosignatures(
  ports: { readonly cosignatures: Pick<CosignatureStore, 'keep'>; readonly keys: WitnessKeys },
  { size, note, lines }: Offered,
): Promise<number> {
  const verified: Parameters<CosignatureStore['keep']>[0][] = []
  for (const signature of parseSignatureLines(lines)) {
    const key = ports.keys.find(
      (one) => one.name === signature.name && one.keyId === signature.keyId,
    )
    if (key === undefined) continue
    const line = formatSignatureLine(signature)
    const { timestamp } = await verifyCosignature(addSignatures(note, line), key)
    const witness = `${key.name}+${key.keyId}`
    verified.push({ size, witness, line, at: new Date(timestamp * 1000) })
  }
  for (const cosignature of verified) await ports.cosignatures.keep(cosignature)
  return verified.length
}
