import type { ContentSample } from './content-sample.js'
import { isZipOf } from './is-zip-of.js'
import { signature } from './signature.js'

/** Of the first file in a ZIP file: the length of its extra field, and its name. */
const EXTRA_AT = 28
const NAME_AT = 30
const NAME = 'mimetype'

/** Open Document and its like: the first file, not compressed, is the media type (ISO/IEC 26300-2, 3.3). */
export const isOpenDocument =
  (mediaType: string) =>
  (sample: ContentSample): boolean => {
    const { head } = sample
    const extra = (head[EXTRA_AT] ?? 0) + (head[EXTRA_AT + 1] ?? 0) * 256
    return (
      isZipOf(sample) &&
      signature(NAME_AT, NAME)(sample) &&
      // What follows it in the file begins so, whatever it is.
      signature(NAME_AT + NAME.length + extra, `${mediaType}PK`)(sample)
    )
  }
