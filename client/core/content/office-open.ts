import type { ContentSample } from './content-sample.js'
import { isZipOf } from './is-zip-of.js'
import { signature } from './signature.js'

/** A compound file (MS-CFB): Office before 2007, messages of Outlook, and what Office encrypts with a password. */
export const isCompound = signature(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

/**
 * Office Open XML (ISO/IEC 29500-2), without macros unless its type announces them. Encrypted with a password it
 * is a compound file (MS-OFFCRYPTO, 2.3), into which nobody looks here.
 */
export const isOfficeOpen =
  (folder: 'word/' | 'xl/' | 'ppt/', { macros = false } = {}) =>
  (sample: ContentSample): boolean =>
    isCompound(sample) ||
    isZipOf(
      sample,
      (names) =>
        names.includes('[Content_Types].xml') &&
        names.some((name) => name.startsWith(folder)) &&
        (macros || !names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))),
    )
