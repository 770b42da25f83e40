import { verifierPage } from '../../files/verifier-page.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

/** Needs no relay, no key and no account: the page is part of this program. */
export async function verifier(context: CommandContext): Promise<void> {
  const out = String(context.options['out'])
  const page = await verifierPage()
  await writeDurably(out, page)
  terminalOf(context).result({ out, bytes: page.length }, [
    `wrote ${out}, ${page.length.toLocaleString('en')} octets: it opens from disk in any browser`,
  ])
}
