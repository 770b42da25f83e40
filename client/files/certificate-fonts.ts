import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FontFiles } from '../certificate/typeset/faces.js'

const { resolve } = createRequire(import.meta.url)

const FILES = {
  latin: ['@embedpdf/fonts-latin', 'NotoSans', 'ttf'],
  arabic: ['@embedpdf/fonts-arabic', 'NotoNaskhArabic', 'ttf'],
  chinese: ['@embedpdf/fonts-sc', 'NotoSansHans', 'otf'],
} as const

/** The font files of certificates, from the packages that carry them. */
export const certificateFonts: FontFiles = ({ script, bold }) => {
  const [pkg, family, format] = FILES[script]
  const file = `${family}-${bold ? 'Bold' : 'Regular'}.${format}`
  return readFile(join(dirname(resolve(pkg)), '../fonts', file))
}
