import { spawn, spawnSync } from 'node:child_process'
import { serveParent } from './serve-parent.js'
import { untilReady, type Probe } from './until-ready.js'

/** A program that knows nothing of us and must not outlive us. */
export interface GuardianSettings {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly probe: Probe
  readonly readyWithinMs: number
}

/** The program gets this long to end by itself before it is killed. */
const GRACE_MS = 10_000

serveParent<GuardianSettings>(async (settings) => {
  const [command, ...args] = [...deathSignal(), settings.command, ...settings.args]
  const program = spawn(command ?? settings.command, args, {
    cwd: settings.cwd,
    env: settings.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  // Whatever ends this process in order takes the program along.
  process.once('exit', () => program.kill('SIGKILL'))
  const ended = new Promise<void>((resolve, reject) => {
    program.once('exit', () => resolve())
    program.once('error', reject)
  })
  const stop = async (): Promise<void> => {
    program.kill('SIGTERM')
    const kill = setTimeout(() => program.kill('SIGKILL'), GRACE_MS)
    await ended
    clearTimeout(kill)
  }
  const died = ended.then(() => Promise.reject(new Error('its process ended')))
  try {
    await Promise.race([untilReady(settings.probe, settings.readyWithinMs), died])
  } catch (error) {
    if (program.pid !== undefined) await stop()
    throw error
  }
  // A guardian without a ward is of no use: the parent sees it end, and decides.
  died.catch(() => process.exit(1))
  return { facts: { pid: program.pid }, stop }
})

/**
 * Where util-linux offers it, the kernel itself signals the program when this guardian dies by
 * SIGKILL (prctl(2), PR_SET_PDEATHSIG). An addition only: the next start looks for leftovers anyway.
 */
function deathSignal(): string[] {
  const prefix = ['setpriv', '--pdeathsig', 'TERM', '--']
  return spawnSync('setpriv', [...prefix.slice(1), 'true']).status === 0 ? prefix : []
}
