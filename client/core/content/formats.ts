import { DOWNGRADE_MEDIA_TYPE } from '#crypto/downgrade/downgrade-record.js'
import { TRANSLATION_MEDIA_TYPE } from '#crypto/translation/translation-record.js'
import { PROOF_MEDIA_TYPE } from '../forwarding/proof-media-type.js'
import type { ContentSample } from './content-sample.js'
import { startOfText, isText } from './is-text.js'
import { isZipOf } from './is-zip-of.js'
import { isCompound, isOfficeOpen } from './office-open.js'
import { isOpenDocument } from './open-document.js'
import { signature } from './signature.js'

export type Format = {
  /** Media types by extension, in small letters. */
  readonly names: Readonly<Record<string, string>>
  /** Other media types that say the same. */
  readonly also?: readonly string[]
  /** Whether a document can be one: by signature, and no more. Nothing is parsed. */
  readonly isOf: (sample: ContentSample) => boolean
}

/** Readers look for it in the first 1,024 octets (ISO 32000-1, annex H.3.4.1); before it may stand text alone. */
const PDF_WITHIN = 1024
function isPdf({ head }: ContentSample): boolean {
  const at = new TextDecoder('latin1').decode(head.subarray(0, PDF_WITHIN)).indexOf('%PDF-')
  return at >= 0 && isText(head.subarray(0, at))
}

const isRtf = signature(0, '{\\rtf')
const isPlain = (sample: ContentSample): boolean =>
  isText(sample.head) && !isRtf(sample) && !signature(0, '%PDF-')(sample)
const begun =
  (start: RegExp) =>
  (sample: ContentSample): boolean =>
    isPlain(sample) && start.test(startOfText(sample.head))
const isDer = signature(0, '\x30\x80', '\x30\x81', '\x30\x82', '\x30\x83', '\x30\x84')
const isMpeg = ({ head }: ContentSample): boolean =>
  head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0
const either =
  (...tests: readonly Format['isOf'][]) =>
  (sample: ContentSample): boolean =>
    tests.some((isOf) => isOf(sample))
const riff =
  (form: string, ...larger: readonly string[]) =>
  (sample: ContentSample): boolean =>
    signature(0, 'RIFF', ...larger)(sample) && signature(8, form)(sample)

export const TEXT: Format = {
  names: {
    txt: 'text/plain',
    log: 'text/plain',
    md: 'text/markdown',
    csv: 'text/csv',
    htm: 'text/html',
    html: 'text/html',
    eml: 'message/rfc822',
    ics: 'text/calendar',
  },
  isOf: isPlain,
}
export const XML: Format = {
  names: { xml: 'application/xml', svg: 'image/svg+xml', xlf: 'application/xliff+xml' },
  also: ['text/xml'],
  isOf: begun(/^</),
}
export const JSON_TEXT: Format = {
  names: {
    json: 'application/json',
    'rogatory-downgrade': DOWNGRADE_MEDIA_TYPE,
    'rogatory-proof': PROOF_MEDIA_TYPE,
    'rogatory-translation': TRANSLATION_MEDIA_TYPE,
  },
  isOf: begun(/^(?:[{["\-\d]|(?:true|false|null)\b)/),
}
export const ZIP: Format = {
  names: { zip: 'application/zip', asice: 'application/vnd.etsi.asic-e+zip' },
  also: ['application/x-zip-compressed'],
  isOf: (sample) => isZipOf(sample),
}

const MICROSOFT = 'application/vnd.openxmlformats-officedocument'
const office = (
  folder: Parameters<typeof isOfficeOpen>[0],
  names: Format['names'],
  withMacros: Format['names'],
): readonly Format[] => [
  { names, isOf: isOfficeOpen(folder) },
  { names: withMacros, isOf: isOfficeOpen(folder, { macros: true }) },
]
const oasis = (extension: string, kind: string): Format => {
  const mediaType = `application/vnd.oasis.opendocument.${kind}`
  return { names: { [extension]: mediaType }, isOf: isOpenDocument(mediaType) }
}

/**
 * Formats that can be told from their octets, with the names that claim them. What has another name claims nothing.
 * Where a name is used for several formats it stands with a test that takes them all.
 */
export const FORMATS: readonly Format[] = [
  { names: { pdf: 'application/pdf' }, isOf: isPdf },
  { names: { png: 'image/png' }, isOf: signature(0, '\x89PNG\r\n\x1a\n') },
  { names: { jpg: 'image/jpeg', jpeg: 'image/jpeg' }, isOf: signature(0, '\xff\xd8\xff') },
  {
    names: { tif: 'image/tiff', tiff: 'image/tiff' },
    isOf: signature(0, 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
  },
  { names: { gif: 'image/gif' }, isOf: signature(0, 'GIF87a', 'GIF89a') },
  { names: { webp: 'image/webp' }, isOf: riff('WEBP') },
  { names: { bmp: 'image/bmp' }, isOf: signature(0, 'BM') },
  { names: { jp2: 'image/jp2' }, isOf: signature(4, 'jP  \r\n\x87\n') },
  {
    names: { heic: 'image/heic', heif: 'image/heif', avif: 'image/avif' },
    isOf: signature(4, 'ftyp'),
  },
  TEXT,
  XML,
  JSON_TEXT,
  { names: { rtf: 'application/rtf' }, also: ['text/rtf'], isOf: isRtf },
  ...office(
    'word/',
    {
      docx: `${MICROSOFT}.wordprocessingml.document`,
      dotx: `${MICROSOFT}.wordprocessingml.template`,
    },
    { docm: 'application/vnd.ms-word.document.macroenabled.12' },
  ),
  ...office(
    'xl/',
    { xlsx: `${MICROSOFT}.spreadsheetml.sheet`, xltx: `${MICROSOFT}.spreadsheetml.template` },
    {
      xlsm: 'application/vnd.ms-excel.sheet.macroenabled.12',
      xlsb: 'application/vnd.ms-excel.sheet.binary.macroenabled.12',
    },
  ),
  ...office(
    'ppt/',
    {
      pptx: `${MICROSOFT}.presentationml.presentation`,
      ppsx: `${MICROSOFT}.presentationml.slideshow`,
    },
    { pptm: 'application/vnd.ms-powerpoint.presentation.macroenabled.12' },
  ),
  ...[oasis('odt', 'text'), oasis('ods', 'spreadsheet'), oasis('odp', 'presentation')],
  oasis('odg', 'graphics'),
  { names: { epub: 'application/epub+zip' }, isOf: isOpenDocument('application/epub+zip') },
  // Word itself has given this name to RTF.
  { names: { doc: 'application/msword' }, isOf: either(isCompound, isRtf) },
  {
    names: {
      xls: 'application/vnd.ms-excel',
      ppt: 'application/vnd.ms-powerpoint',
      msg: 'application/vnd.ms-outlook',
    },
    isOf: isCompound,
  },
  ZIP,
  { names: { gz: 'application/gzip', tgz: 'application/gzip' }, isOf: signature(0, '\x1f\x8b') },
  { names: { tar: 'application/x-tar' }, isOf: signature(257, 'ustar') },
  { names: { '7z': 'application/x-7z-compressed' }, isOf: signature(0, "7z\xbc\xaf'\x1c") },
  { names: { rar: 'application/vnd.rar' }, isOf: signature(0, 'Rar!\x1a\x07') },
  {
    names: { p7m: 'application/pkcs7-mime', p7s: 'application/pkcs7-signature' },
    isOf: either(isDer, isPlain),
  },
  {
    names: { mp4: 'video/mp4', m4a: 'audio/mp4', mov: 'video/quicktime' },
    isOf: signature(4, 'ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'),
  },
  { names: { mp3: 'audio/mpeg' }, isOf: either(signature(0, 'ID3'), isMpeg) },
  // Above 4 GiB, as of an interview that took a day: ITU-R BS.2088.
  { names: { wav: 'audio/wav' }, also: ['audio/x-wav'], isOf: riff('WAVE', 'RF64', 'BW64') },
  { names: { avi: 'video/x-msvideo' }, isOf: riff('AVI ') },
  {
    names: { mkv: 'video/x-matroska', webm: 'video/webm' },
    isOf: signature(0, '\x1a\x45\xdf\xa3'),
  },
  { names: { ogg: 'audio/ogg' }, isOf: signature(0, 'OggS') },
]
