import { documentScanner, type DocumentScanner } from '../../files/document-scanner.js'
import type { CommandContext } from '../command-context.js'

/** The scanner that decrypted documents pass before they are handed out; undefined where none is named. */
export function scannerOf({ global }: CommandContext): DocumentScanner | undefined {
  const { scanner = '', scannerSeconds } = global
  return scanner.trim() === '' ? undefined : documentScanner(scanner, scannerSeconds)
}
