import { createRequire } from 'node:module'
import process from 'node:process'
import { z } from 'zod'
import type { Metric } from './metrics.js'

const { version } = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('rogatory/package.json'))

/** Which version answers: while relays and workers are upgraded one after the other, two of them do. */
export const buildInfo: Metric = {
  name: 'rogatory_build_info',
  help: 'Always 1; the labels say which version this process is, on which Node.',
  labels: ['version', 'node'],
  read: () => Promise.resolve([{ labels: { version, node: process.version }, value: 1 }]),
}
