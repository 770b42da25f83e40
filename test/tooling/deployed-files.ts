import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** A file of the checkout. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
/** Files of the folder that RELAY_KEYS_DIR names. */
export const KEYS = [
  ...['evidence-key.json', 'log-key.json', 'token-key.json', 'timestamp-key.pem'],
  ...['timestamp-chain.json', 'entry.jws', 'trust.json'],
]
/** Whether this machine has a program that judges such files. */
export const isThere = (command: string): boolean =>
  spawnSync(command, ['--version']).error === undefined
