import { checkDisclosure } from '../../core/disclosure/check-disclosure.js'
import { packSource } from '../../files/pack-source.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { checkedLines } from '../lines/disclosure-lines.js'
import { trustFor } from '../offline-files.js'
import { terminalOf } from '../terminal-of.js'

const exitCodes = {
  proved: EXIT.done,
  incomplete: EXIT.incomplete,
  contradicted: EXIT.contradicted,
}

/** A whole disclosure pack: needs no relay, no key and no account. */
export async function verifyDisclosure(context: CommandContext, folder: string): Promise<void> {
  const trust = await trustFor(context)
  const checked = await checkDisclosure(await packSource(folder), trust, new Date())
  process.exitCode = exitCodes[checked.verdict]
  terminalOf(context).result(checked, checkedLines(checked))
}
