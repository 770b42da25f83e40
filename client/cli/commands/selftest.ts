import { randomBytes, randomUUID } from 'node:crypto'
import { selfTest, type SelfTestReport } from '../../core/operations/self-test.js'
import type { DocumentSource } from '../../core/ports.js'
import { officerAt } from '../../keystore/officer-at.js'
import type { CommandContext } from '../command-context.js'
import { exitCodeOf } from '../exit-codes.js'
import { tlsFilesOf } from '../reach-of.js'
import { failureOf } from '../report-failure.js'
import { terminalOf } from '../terminal-of.js'

const MIB = 1024 * 1024
const SIGNS = { done: '✓', failed: '✗', skipped: '–' } as const

/** Both homes must name their passphrase file: it is for a timer, with nobody there. */
export async function selftest(context: CommandContext): Promise<void> {
  const { global, options } = context
  const terminal = terminalOf(context)
  const steps: SelfTestReport[] = []
  const run = randomUUID()
  const began = performance.now()
  const told = (more: object, line: string) => {
    const took = Math.round(performance.now() - began)
    terminal.result({ run, took, steps, ...more }, [
      ...(terminal.json ? [] : [`${line} (${(took / 1000).toFixed(1)} s)`]),
    ])
  }
  try {
    const [sender, recipient] = await Promise.all([
      officerAt(global.home, undefined, tlsFilesOf(context)),
      officerAt(String(options['with']), undefined, tlsFilesOf(context)),
    ])
    const done = await selfTest(sender, recipient, {
      run,
      document: noise(Number(options['size']) * MIB),
      withinMs: Number(options['wait']) * 1000,
      onStep: (report) => {
        steps.push(report)
        terminal.note(
          `${SIGNS[report.outcome]} ${report.step.padEnd(12)} ${String(report.took).padStart(7)} ms`,
        )
      },
    })
    told({ outcome: 'done', ...done }, `✓ everything works: test package ${done.package}`)
    process.exitCode = 0
  } catch (error) {
    const { code, message, remedy } = failureOf(error)
    told({ outcome: 'failed', code }, `✗ ${code}: ${message}\n  ${remedy}`)
    process.exitCode = exitCodeOf(error)
  }
}

/** The same octets each time it is read, made of 64 KiB that nobody means anything by. */
function noise(length: number): DocumentSource {
  const block = randomBytes(64 * 1024)
  return {
    name: 'self-test.bin',
    mediaType: 'application/octet-stream',
    length,
    async *read() {
      for (let at = 0; at < length; at += block.length) {
        await Promise.resolve()
        yield new Uint8Array(block.subarray(0, Math.min(block.length, length - at)))
      }
    },
  }
}
