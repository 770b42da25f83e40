import { formatVerifierKey } from '#crypto/transparency/note-key.js'
import { createWitnessKey } from '../../keystore/witness-key.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

/** For a witness that is no officer: a key file, and the verifier key for trust lists. */
export async function witnessKey(context: CommandContext): Promise<void> {
  const { name, out } = context.options
  const key = formatVerifierKey(await createWitnessKey(String(out), String(name)))
  terminalOf(context).result({ file: String(out), verifierKey: key }, [
    `key file      ${String(out)}`,
    `verifier key  ${key}`,
    'Give the verifier key to the operators of relays, and to all who keep a trust list.',
  ])
}
