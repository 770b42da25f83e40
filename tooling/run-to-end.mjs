import { spawn } from 'node:child_process'
import { root } from './root.mjs'

const preload = new URL('exit-with-parent.mjs', import.meta.url).href

/**
 * Runs one of the product's commands to its end.
 *
 * @returns {Promise<string>} what it printed. Rejects with what it said, when it failed.
 */
export function runToEnd(name, script, env, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', preload, script], {
      cwd: root,
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let printed = ''
    let said = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(printed)
      else reject(new Error(`${name} failed (exit code ${code}):\n${(said || printed).trimEnd()}`))
    })
  })
}
