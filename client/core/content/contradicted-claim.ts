import type { ContentSample } from './content-sample.js'
import { byExtension } from './by-extension.js'
import { type Format, FORMATS, JSON_TEXT, TEXT, XML, ZIP } from './formats.js'

/** What of a document says something else than its octets. */
export type ContradictedClaim = 'extension' | 'media-type'

type Claims = { readonly name: string; readonly mediaType: string }

const byMediaType = new Map(
  FORMATS.flatMap((format) =>
    [...Object.values(format.names), ...(format.also ?? [])].map((type) => [type, format] as const),
  ),
)
/** Structured syntax (RFC 6839), where the type itself is not known. */
const bySuffix: readonly (readonly [RegExp, Format])[] = [
  [/\+json$/, JSON_TEXT],
  [/\+xml$/, XML],
  [/\+zip$/, ZIP],
  [/^text\//, TEXT],
]

/**
 * Holds the octets of a document against what its name and its media type claim they are, by signatures (ASVS 5.0,
 * V5.2.2). A claim of no known format, such as `application/octet-stream`, contradicts nothing.
 *
 * @returns the first claim that they contradict, the extension before the type; undefined when they fit.
 */
export function contradictedClaim(
  sample: ContentSample,
  { name, mediaType }: Claims,
): ContradictedClaim | undefined {
  if (byExtension(name)?.isOf(sample) === false) return 'extension'
  const claimed =
    byMediaType.get(mediaType) ?? bySuffix.find(([pattern]) => pattern.test(mediaType))?.[1]
  return claimed?.isOf(sample) === false ? 'media-type' : undefined
}
