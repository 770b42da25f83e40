import type { AuthorityId } from '#crypto/fields/fields.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { ClientError } from '../client-error.js'
import { type DirectoryMemory, SeenDirectory } from './directory-memory.js'
import type { DirectoryView } from './directory-view.js'
import { requireContinued } from './require-continued.js'

/** What this machine remembers of the directory, to be handed to another by another channel. */
export async function rememberedDirectory(memory: DirectoryMemory): Promise<SeenDirectory> {
  const authorities = await memory.authorities()
  const seen = await Promise.all(
    authorities.map(async (authority) => [authority, await memory.of(authority)] as const),
  )
  return {
    format: 'rogatory-directory-memory',
    version: 1,
    authorities: Object.fromEntries(seen),
  }
}

/**
 * Reads what another machine remembers of the directory.
 *
 * @param name - of the file, as it is told to people.
 * @throws {@link ClientError} `usage`
 */
export function readSeenDirectory(name: string, text: string): SeenDirectory {
  const theirs = SeenDirectory.safeParse(parsed(text))
  if (theirs.success) return theirs.data
  throw new ClientError(
    'usage',
    `${name} is not what another home remembers`,
    'The other side makes it with: rogatory directory changes --out FILE',
  )
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 64 * 1024 * 1024, maxDepth: 8 })
  } catch {
    return undefined
  }
}

/**
 * Holds what another machine saw against what the relay shows here: a relay that shows one history to
 * one and another to another can keep both logged, and only those two can tell.
 *
 * @returns the authorities that were compared.
 * @throws {@link ClientError} `directory-forked`, with what differs as its cause; and as `DirectoryView`.
 */
export async function compareDirectories(
  directory: Pick<DirectoryView, 'history' | 'revocations' | 'suspensions'>,
  theirs: SeenDirectory,
): Promise<readonly AuthorityId[]> {
  const authorities = Object.keys(theirs.authorities) as AuthorityId[]
  for (const authority of authorities) {
    const seen = theirs.authorities[authority]
    if (seen === undefined) continue
    const [history, revocations, suspensions] = await Promise.all([
      directory.history(authority),
      directory.revocations(authority),
      directory.suspensions(authority),
    ])
    try {
      requireContinued(authority, seen, { history, revocations, suspensions })
    } catch (cause) {
      if (!(cause instanceof ClientError)) throw cause
      throw new ClientError(
        'directory-forked',
        `the relay shows others another history of ${authority}: here it ${cause.message.replace(/^the relay /, '').replace(/, which.*$/, '')}`,
        'Keep both files. Send nothing to this authority before its keys are compared by another channel.',
        { cause },
      )
    }
  }
  return authorities
}
