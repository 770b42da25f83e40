import { stat } from 'node:fs/promises'
import type { Comparison } from '#crypto/proof/compare/comparison.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { factLines, verdictLine } from '../lines/fact-lines.js'
import { documentsOf, octetsIn, trustFor } from '../offline-files.js'
import { terminalOf } from '../terminal-of.js'

const exitCodes = {
  proved: EXIT.done,
  incomplete: EXIT.incomplete,
  contradicted: EXIT.contradicted,
}

/**
 * Needs no relay, no key and no account: the bundle, a trust list, and the documents if at hand; or the folder of a
 * disclosure pack.
 */
export async function verify(context: CommandContext, file: string): Promise<void> {
  if (await isFolder(file)) {
    const { verifyDisclosure } = await import('./verify-disclosure.js')
    await verifyDisclosure(context, file)
    return
  }
  const octets = await octetsIn(file)
  const trust = await trustFor(context)
  const bundle = parseBundle(octets)
  const documents = await documentsOf(context)
  const { against } = context.options
  if (typeof against === 'string') {
    const other = parseBundle(await octetsIn(against))
    const options = { documents, at: new Date() }
    const { compareBundles } = await import('#crypto/proof/compare/compare-bundles.js')
    await sayComparison(context, await compareBundles([bundle, other], trust, options))
    return
  }
  const verdict = await verifyBundle(bundle, trust, { documents, at: new Date() })
  process.exitCode = exitCodes[verdict.verdict]
  terminalOf(context).result(verdict, [...factLines(verdict), '', verdictLine(verdict)])
}

async function sayComparison(context: CommandContext, comparison: Comparison): Promise<void> {
  const { comparisonLines } = await import('../lines/comparison-lines.js')
  const { outcome, first, second } = comparison
  const isProved = first.verdict === 'proved' && second.verdict === 'proved'
  process.exitCode =
    outcome === 'contradict'
      ? EXIT.contradicted
      : outcome === 'agree' && isProved
        ? EXIT.done
        : EXIT.incomplete
  terminalOf(context).result(comparison, comparisonLines(comparison))
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
