/**
 * What a key may be the only one to open, and nobody counts: whoever destroys it is told. Why it is not counted:
 * docs/adr/0038-copies-are-sealed-anew.md.
 */
export const UNCOUNTED = ['notes', 'endedOralRequests', 'earlierDrafts', 'originals'] as const

export type Uncounted = (typeof UNCOUNTED)[number]
