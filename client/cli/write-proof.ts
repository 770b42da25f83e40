import type { PackageId } from '#crypto/fields/fields.js'
import { HandoffId } from '#crypto/fields/fields.js'
import { type OpenHandoff, readHandoff } from '../core/translation/read-handoff.js'
import { readRecord } from '../core/translation/translation-record.js'
import type { Session } from '../core/session/session.js'
import { octetsIn } from './offline-files.js'
import { exportProof, type ProofOptions } from '../core/proof/export-proof.js'
import { writeDurably } from '../files/write-durably.js'
import type { CommandContext } from './command-context.js'
import { EXIT } from './exit-codes.js'
import { factLines, verdictLine } from './lines/fact-lines.js'
import { officerSession } from './officer-session.js'
import { terminalOf } from './terminal-of.js'

/** Exports a proof bundle into the file of `--out`, and says what it proves. */
export async function writeProof(
  context: CommandContext,
  id: PackageId,
  more: Pick<ProofOptions, 'absentFrom'> = {},
): Promise<void> {
  const { options } = context
  const terminal = terminalOf(context)
  const out = String(options['out'])
  const session = await officerSession(context)
  let said: string | undefined
  const { octets, verdict } = await exportProof(session, id, {
    ...more,
    translations: await translationsOf(session, options['translation']),
    discloseManifest: options['discloseManifest'] === true,
    discloseParts: String(options['disclose'] ?? '')
      .split(',')
      .filter((word) => word !== ''),
    withinMs: Number(options['wait']) * 1000,
    onWaiting(what) {
      if (said !== what) terminal.note(`waiting for the ${what} …`)
      said = what
    },
  })
  await writeDurably(out, octets)
  process.exitCode = verdict.verdict === 'contradicted' ? EXIT.contradicted : EXIT.done
  terminal.result({ package: id, out, bytes: octets.length, verdict: verdict.verdict }, [
    `wrote ${out}, ${octets.length.toLocaleString('en')} octets`,
    ...factLines(verdict),
    verdictLine(verdict),
  ])
}

/** Of one's own authority by their ids; of others' by the records that came with a package. */
async function translationsOf(session: Session, words: unknown): Promise<readonly OpenHandoff[]> {
  const found: OpenHandoff[] = []
  for (const word of Array.isArray(words) ? words.map(String) : []) {
    const id = HandoffId.safeParse(word)
    found.push(
      id.success
        ? await readHandoff(session, id.data)
        : await readRecord(session, await octetsIn(word)),
    )
  }
  return found
}
