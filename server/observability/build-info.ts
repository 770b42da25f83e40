import process from 'node:process'
import type { Metric } from './metrics.js'
import { ownVersion } from './own-version.js'

/** Which version answers: while relays and workers are upgraded one after the other, two of them do. */
export const buildInfo: Metric = {
  name: 'rogatory_build_info',
  help: 'Always 1; the labels say which version this process is, on which Node.',
  labels: ['version', 'node'],
  read: () =>
    Promise.resolve([{ labels: { version: ownVersion(), node: process.version }, value: 1 }]),
}
