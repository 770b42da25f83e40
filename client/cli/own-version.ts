import { createRequire } from 'node:module'
import { z } from 'zod'

/** The version of this command, as its package says it. */
export const ownVersion = (): string =>
  z.object({ version: z.string() }).parse(createRequire(import.meta.url)('rogatory/package.json'))
    .version
