import type { ManifestPart } from '#crypto/package/manifest.js'

/** What is said of a received document whose octets contradict its name or type. */
export const contradictedLine = ({
  name,
  mediaType,
}: Pick<ManifestPart, 'name' | 'mediaType'>): string =>
  `! “${name}” (${mediaType}): its content is not what its name or type says`
