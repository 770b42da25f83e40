import { parseArgs } from 'node:util'
import { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'
import { CryptoError } from '#crypto/errors.js'
import { checkStoredLog } from './check-stored-log.js'
import { LogFault } from './domain/log/log-fault.js'
import { describeError } from './observability/describe-error.js'

/**
 * `node dist/server/check-log.js [--note FILE]… [--read-parts | --no-parts]`: whether the database is
 * the log that was signed, and every part is there. Exit codes as of the command `rogatory`: 0 it is; 2
 * words or configuration; 4 it is not; 5 MongoDB does not answer.
 */
process.exitCode = await run().catch((error: unknown) => {
  if (error instanceof ConfigurationError) return said(2, error.message)
  if (error instanceof LogFault || error instanceof CryptoError) {
    return said(4, `NOT THE SAME LOG: ${error.message} (${error.code})`)
  }
  return said(5, JSON.stringify({ event: 'check-log.failed', error: describeError(error) }))
})

async function run(): Promise<number> {
  const { notes, parts } = options()
  const {
    size,
    checkpoints,
    beyond,
    parts: found,
  } = await checkStoredLog(loadConfig(), {
    notes,
    parts,
  })
  if (found !== undefined && found.wrong.length > 0) {
    for (const { sender, package: pkg, part } of found.wrong) {
      console.error(`part ${part} of package ${pkg} of ${sender} is missing or changed`)
    }
    return said(4, `${found.wrong.length} of ${found.parts} parts are not as they were`)
  }
  console.log(
    [
      `The same log: ${size} leaves under ${checkpoints} checkpoints, ${beyond} not yet published.`,
      `It agrees with ${notes.length} notes that others kept.`,
      ...(found === undefined
        ? []
        : [`${found.parts} parts of ${found.packages} packages are there.`]),
      ...(notes.length === 0
        ? ['Compare it with a note of a witness as well (--note): an older backup is whole, too.']
        : []),
    ].join('\n'),
  )
  return 0
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        note: { type: 'string', multiple: true, default: [] },
        'read-parts': { type: 'boolean', default: false },
        'no-parts': { type: 'boolean', default: false },
      },
    })
    const parts = values['no-parts'] ? 'skip' : values['read-parts'] ? 'digests' : 'lengths'
    return { notes: values.note, parts } as const
  } catch {
    throw new ConfigurationError('Use: check-log.js [--note FILE]… [--read-parts | --no-parts]')
  }
}

function said(code: number, text: string): number {
  console.error(text)
  return code
}
