import { digestOf } from '#crypto/bytes/sha256.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readFile } from 'node:fs/promises'

type Files = {
  readonly bundle: Uint8Array
  readonly trust: string
  /** A document that was sent. */
  readonly letter: string
}

/**
 * The second half of the demonstration, with every service stopped: the bundle is verified from the
 * trust list alone; then one character of the receipt is changed and verified again.
 *
 * @returns the exit code: 0 when the honest bundle is proved and the changed one is contradicted.
 */
export async function proveOffline(
  { bundle, trust, letter }: Files,
  say: (who: string, what: string) => void,
): Promise<number> {
  const roots = readTrustList(trust)
  const content = await readFile(letter)
  const documents = [
    { name: 'request.pdf', length: content.length, digest: await digestOf(content) },
  ]
  say(
    'court',
    'relay, workers, MongoDB and Redis are stopped; the bundle and the trust list remain',
  )
  const honest = await verifyBundle(parseBundle(bundle), roots, { documents })
  for (const { fact, standing, clocks } of honest.facts) {
    const time = clocks.attested ?? clocks.observed ?? clocks.declared ?? ''
    say(
      'court',
      `${standing === 'proved' ? '✓' : '✗'} ${fact.padEnd(24)} ${standing.padEnd(9)} ${time}`,
    )
  }
  say('court', `verdict: ${honest.verdict}`)

  const forged = parseBundle(bundle)
  const [receipt = ''] = forged.receipts
  const changed = { ...forged, receipts: [withOneCharacterChanged(receipt)] }
  const verdict = await verifyBundle(changed, roots, { documents })
  say('forger', 'changes one character of the receipt')
  for (const { fact, standing, text } of verdict.facts) {
    if (standing !== 'proved') say('court', `✗ ${fact.padEnd(24)} ${standing}: ${text}`)
  }
  say('court', `verdict: ${verdict.verdict}`)
  return honest.verdict === 'proved' && verdict.verdict === 'contradicted' ? 0 : 1
}

/** In the payload, somewhere in the middle. */
function withOneCharacterChanged(statement: string): string {
  const at = Math.floor(statement.length / 2)
  return statement.slice(0, at) + (statement[at] === 'A' ? 'B' : 'A') + statement.slice(at + 1)
}
