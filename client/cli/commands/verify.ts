import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { factLines, verdictLine } from '../fact-lines.js'
import { documentsOf, octetsIn, trustFor } from '../offline-files.js'
import { terminalOf } from '../terminal-of.js'

const exitCodes = {
  proved: EXIT.done,
  incomplete: EXIT.incomplete,
  contradicted: EXIT.contradicted,
}

/** Needs no relay, no key and no account: the bundle, a trust list, and the documents if at hand. */
export async function verify(context: CommandContext, file: string): Promise<void> {
  const octets = await octetsIn(file)
  const trust = await trustFor(context)
  const bundle = parseBundle(octets)
  const documents = await documentsOf(context)
  const verdict = await verifyBundle(bundle, trust, { documents, at: new Date() })
  process.exitCode = exitCodes[verdict.verdict]
  terminalOf(context).result(verdict, [...factLines(verdict), '', verdictLine(verdict)])
}
