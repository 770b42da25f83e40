import { createRequire } from 'node:module'
import { stderr, stdout } from 'node:process'
import type * as CliProgress from 'cli-progress'

/** Where a command's words go: results to standard output, everything else to standard error. */
export type Terminal = {
  /** With `--json`, standard output carries one JSON document (or one a line), and nothing else. */
  readonly json: boolean
  /** A result: `value` with `--json`, the lines for people without. */
  result(value: unknown, lines: readonly string[]): void
  note(line: string): void
  /** What nobody may overlook: to standard error, whatever the options say. */
  warn(line: string): void
  /** A bar for work of `total` octets; silent where standard error is no terminal. */
  progress(label: string, total: number): Progress
}
export type Progress = { at(octets: number): void; done(): void }

export function terminal({ json, quiet }: { json: boolean; quiet: boolean }): Terminal {
  const talkative = !quiet && !json
  return {
    json,
    result: (value, lines) =>
      void stdout.write(
        json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''),
      ),
    note: (line) => {
      if (talkative) stderr.write(`${line}\n`)
    },
    warn: (line) => void stderr.write(`${line}\n`),
    progress: (label, total) => (talkative && stderr.isTTY ? bar(label, total) : silent),
  }
}

const silent: Progress = { at: () => undefined, done: () => undefined }
const MIB = 1024 * 1024

const require = createRequire(import.meta.url)

function bar(label: string, total: number): Progress {
  // Loaded only for a bar that is seen: every command would wait for it else.
  const { Presets, SingleBar } = require('cli-progress') as typeof CliProgress
  const shown = new SingleBar(
    {
      format: `${label.padEnd(28).slice(0, 28)} {bar} {percentage}% · {mib} MiB · {eta_formatted} left`,
      hideCursor: true,
      stream: stderr,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  )
  shown.start(Math.max(total, 1), 0, { mib: '0' })
  return {
    at: (octets) => shown.update(octets, { mib: (octets / MIB).toFixed(0) }),
    done: () => {
      shown.update(Math.max(total, 1), { mib: (total / MIB).toFixed(0) })
      shown.stop()
    },
  }
}
