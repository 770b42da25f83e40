import type { ListedDraftVersion } from './draft-store.js'

/** The version in force: the newest that is not kept aside. */
export const draftHead = (
  versions: readonly ListedDraftVersion[],
): ListedDraftVersion | undefined => versions.findLast(({ aside }) => !aside)
