import { plainText } from '#crypto/fields/fields.js'
import type { Marks } from '#crypto/package/manifest.js'

/** Handling marks as statements take them, the classification as it was written. */
export const plainMarks = (marks: Marks): Marks => ({
  ...marks,
  classification: marks.classification && (plainText(marks.classification) || null),
})
