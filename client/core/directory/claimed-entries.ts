import { DirectoryEntry } from '#crypto/directory/entry.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { pageTurner } from '../page-turner.js'
import type { Relay } from '../ports.js'

/**
 * The newest entries of all authorities as the relay lists them. Nothing is verified: good for warning of
 * one, never for trusting one. What cannot be read is left out.
 */
export async function claimedEntries(
  relay: Pick<Relay, 'call'>,
): Promise<readonly DirectoryEntry[]> {
  const entries: DirectoryEntry[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await relay.call('listAuthorities', { query: { after } })
    for (const { statement } of page.entries) {
      const claimed = await readStatement(statement).catch(() => undefined)
      const entry = DirectoryEntry.safeParse(claimed?.payload)
      if (entry.success && entry.data.kind === 'authority') entries.push(entry.data)
    }
    after = nextOf(page)
  } while (after !== undefined)
  return entries
}
