import { open } from 'node:fs/promises'

/** Makes the names in a folder last: what was renamed is lost with the power unless its folder is flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
