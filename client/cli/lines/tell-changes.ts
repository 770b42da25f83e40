import type { AuthorityId } from '#crypto/fields/fields.js'
import { type KeyChange, keyChanges } from '../../core/directory/key-changes.js'
import type { Session } from '../../core/session/session.js'
import { localTime } from '../options/local-time.js'
import type { Terminal } from '../terminal.js'

/** One change as a line for people: which keys came and which went, by the beginning of their thumbprints. */
export function changeLine({ authority, version, seen, added, removed }: KeyChange): string {
  const keys = [
    ...added.map(({ purpose, kid }) => `+${purpose} ${kid.slice(0, 12)}`),
    ...removed.map(({ purpose, kid }) => `−${purpose} ${kid.slice(0, 12)}`),
  ]
  const what = keys.length === 0 ? 'the same keys' : keys.join(', ')
  return `${authority} version ${version}, seen ${localTime(seen)}: ${what}`
}

/** Tells of every key that a counterpart changed since the last time somebody here was told. Once. */
export async function tellChanges(
  { directory, platform: { seen } }: Session,
  authorities: readonly AuthorityId[],
  { warn }: Pick<Terminal, 'warn'>,
): Promise<void> {
  await Promise.all(authorities.map((authority) => directory.history(authority)))
  const untold = (await keyChanges(seen, authorities)).filter(({ told }) => !told)
  for (const change of untold) {
    if (change.added.length + change.removed.length > 0)
      warn(`! keys changed: ${changeLine(change)}`)
    await seen.tell(change.authority, change.version)
  }
}
