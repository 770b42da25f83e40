#!/usr/bin/env node
// The command of the checkout, as it was built.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../../dist/client/cli/main.js', import.meta.url)
if (existsSync(fileURLToPath(built))) {
  await import(built.href)
} else {
  console.error('rogatory: not built yet; run "npm start" or "npm run build" first')
  process.exitCode = 1
}
