import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Runs a program of node_modules (or any other) in the checkout and resolves to its exit code.
 *
 * @param {string} command - a bin of a package, or `node`.
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, isHeld?: boolean }} [options] - with
 *   `onLine` standard output is handed over line by line; it is passed through as well, at once, or
 *   where it `isHeld` in one piece at the end, so that two programs do not talk into each other.
 * @returns {Promise<number>}
 */
export function run(command, args, { env = process.env, onLine, isHeld = false } = {}) {
  const program =
    command === 'node' ? process.execPath : join(root, 'node_modules', '.bin', command)
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['inherit', onLine === undefined ? 'inherit' : 'pipe', 'inherit'],
    })
    const forward = (signal) => child.kill(signal)
    process.on('SIGTERM', forward)
    let rest = ''
    const held = []
    child.stdout?.on('data', (chunk) => {
      if (isHeld) held.push(chunk)
      else process.stdout.write(chunk)
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine?.(line)
    })
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code, signal) => {
      process.off('SIGTERM', forward)
      if (isHeld) process.stdout.write(Buffer.concat(held))
      resolve(signal === null ? (code ?? 1) : 1)
    })
  })
}
