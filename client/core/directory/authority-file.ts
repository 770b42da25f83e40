import { z } from 'zod'
import { DirectoryEntry } from '#crypto/directory/entry.js'

/** What an authority says of itself in a file: an entry without what enrolment adds. */
export const AuthorityFile = z.strictObject(DirectoryEntry.shape).omit({
  kind: true,
  version: true,
  supersedes: true,
  validFrom: true,
  validTo: true,
  keys: true,
})
