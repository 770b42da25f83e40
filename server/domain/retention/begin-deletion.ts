import type { Deletion, DeletionStore } from './deletion-store.js'

type Ports = {
  readonly deletions: Pick<DeletionStore, 'intend' | 'begin'>
  /** Names this process. */
  readonly process: string
}

/**
 * Intends a deletion, looks at it once more, since a hold, another schedule or an outcome may have come, and begins it.
 *
 * @param stillDue - judges by what is kept now; undefined if it is not to be deleted.
 * @returns what is begun, and can only go forward from here on; undefined if nothing is.
 */
export async function beginDeletion(
  { deletions, process }: Ports,
  stillDue: () => Promise<Deletion | undefined>,
): Promise<Deletion | undefined> {
  const deletion = await stillDue()
  if (deletion === undefined || !(await deletions.intend(deletion, process))) return undefined
  // What was said or decided since the last look is found now, or else withdraws the intention.
  const again = await stillDue()
  if (again?.text !== deletion.text || again.rule !== deletion.rule) return undefined
  return (await deletions.begin(deletion.header, process)) ? deletion : undefined
}
