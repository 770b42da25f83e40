import { createRequire } from 'node:module'
import { z } from 'zod'

const Package = z.object({ version: z.string() })

/** Which version of the product this process is, as its package says: from its sources, and built. */
export const ownVersion = (): string =>
  Package.parse(createRequire(import.meta.url)('rogatory/package.json')).version
