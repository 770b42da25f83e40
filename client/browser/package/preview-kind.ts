import type { ManifestPart } from '#crypto/package/manifest.js'

const LARGEST = 32 * 1024 * 1024
const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

export type PreviewKind = 'image' | 'text' | 'pdf'

/**
 * How a document can be shown here, by what its sender says it is: nothing that holds scripts, and nothing
 * that does not fit into memory.
 */
export function previewKind({
  mediaType,
  length,
}: Pick<ManifestPart, 'mediaType' | 'length'>): PreviewKind | undefined {
  if (length > LARGEST) return undefined
  if (IMAGES.includes(mediaType)) return 'image'
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType === 'text/plain' || mediaType === 'application/json' ? 'text' : undefined
}
