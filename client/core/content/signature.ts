import type { ContentSample } from './content-sample.js'

/**
 * Tells a format by octets that stand at a fixed place.
 *
 * @param at - where, from the beginning.
 * @param signatures - one of them stands there; text, each character an octet.
 */
export const signature =
  (at: number, ...signatures: readonly string[]) =>
  ({ head }: Pick<ContentSample, 'head'>): boolean =>
    signatures.some((octets) =>
      Array.from(octets).every((octet, place) => head[at + place] === octet.charCodeAt(0)),
    )
