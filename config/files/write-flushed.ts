import { open } from 'node:fs/promises'

/** A new file that is on the disk when this returns; its name is, once its folder is flushed. */
export async function writeFlushed(
  path: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
