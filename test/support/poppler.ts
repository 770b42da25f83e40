import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What poppler says of a PDF: the judge of what this project writes. `npm test` provides it. */
export function poppler(pdf: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-pdf-'))
  writeFileSync(join(folder, 'x.pdf'), pdf)
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(process.env['POPPLER_PATH'] ?? '/usr/bin', program), args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  return {
    text: () => plain(run('pdftotext', '-raw', 'x.pdf', '-')),
    /** Each word as it stands in one line. */
    words: () => run('pdftotext', '-raw', 'x.pdf', '-').split(/\s+/u),
    fonts: () => run('pdffonts', 'x.pdf').split('\n').slice(2).filter(Boolean),
    info: () => run('pdfinfo', 'x.pdf'),
    signature: () => run('pdfsig', 'x.pdf'),
    attached: () => {
      run('pdfdetach', '-save', '1', '-o', 'out', 'x.pdf')
      return new Uint8Array(readFileSync(join(folder, 'out')))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Without white space and direction marks: what is compared is words, not where lines end. */
export const plain = (text: string): string => text.replace(INVISIBLE, '')

const INVISIBLE = /[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Whether a text of {@link poppler} says the words. Of Arabic, poppler gives words in the order of the
 * page, and the ligature of lam and alef in the wrong one: there each word is looked for by itself.
 */
export function says(text: string, words: string): boolean {
  if (!/\p{Script=Arabic}/u.test(words)) return text.includes(plain(words))
  const read = inOneOrder(text)
  return [...words.matchAll(/[\p{L}\p{M}]+/gu)].every(([word]) => read.includes(inOneOrder(word)))
}

/** Without lam and alef at all. */
const inOneOrder = (text: string) => text.replace(/[\u0622\u0623\u0625\u0627\u0644]/gu, '')
