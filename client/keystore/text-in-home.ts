import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { cannotRead } from '../files/cannot-read.js'

/** The text of a file that a profile names: its path counts from the home. @throws ClientError `file-unreadable` */
export async function textInHome(home: string, path: string): Promise<string> {
  return readFile(isAbsolute(path) ? path : join(home, path), 'utf8').catch(cannotRead(path))
}
