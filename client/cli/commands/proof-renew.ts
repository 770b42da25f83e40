import { basename, join } from 'node:path'
import { ClientError } from '../../core/client-error.js'
import { type RenewedProof, renewProof, type Stamper } from '../../core/proof/renew-proof.js'
import { makeFolder } from '../../files/make-folder.js'
import { writeDurably } from '../../files/write-durably.js'
import { timestampAuthority } from '../../transport/timestamp-authority.js'
import type { CommandContext } from '../command-context.js'
import { EXIT, exitCodeOf } from '../exit-codes.js'
import { octetsIn, trustFor } from '../offline-files.js'
import { terminalOf } from '../terminal-of.js'

type Row =
  | { readonly file: string; readonly out: string; readonly done: RenewedProof }
  | { readonly file: string; readonly error: unknown }

/**
 * Needs no relay and no account: bundles, a trust list, and authorities that stamp. One bundle that is
 * refused keeps no other from being renewed; a file is replaced as a whole or not at all.
 */
export async function proofRenew(context: CommandContext, files: readonly string[]): Promise<void> {
  const trust = await trustFor(context)
  const { options } = context
  const stampers = [options['tsa']].flat().map((url) => stamperOf(String(url), trust))
  const { out: folder } = options
  if (typeof folder === 'string') await makeFolder(folder)
  const rows: Row[] = []
  for (const file of files) {
    try {
      const done = await renewProof(await octetsIn(file), {
        trust,
        stampers,
        now: () => new Date(),
      })
      const out = typeof folder === 'string' ? join(folder, basename(file)) : file
      await writeDurably(out, done.octets)
      rows.push({ file, out, done })
    } catch (error) {
      // A bug is not one bundle's trouble.
      if (exitCodeOf(error) === EXIT.bug) throw error
      rows.push({ file, error })
    }
  }
  const refused = rows.flatMap((row) => ('error' in row ? [exitCodeOf(row.error)] : []))
  const isPartial = rows.some((row) => 'done' in row && row.done.failed.length > 0)
  process.exitCode = refused[0] ?? (isPartial ? EXIT.incomplete : EXIT.done)
  terminalOf(context).result({ bundles: rows.map(resultOf) }, rows.flatMap(linesOf))
}

function stamperOf(url: string, trust: Parameters<typeof timestampAuthority>[1]): Stamper {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' }
  if (protocol === 'http:' || protocol === 'https:') return timestampAuthority(url, trust)
  throw new ClientError(
    'usage',
    `--tsa takes the address of a time-stamping authority, not “${url}”`,
    'Such as https://tsa.example/rfc3161.',
  )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'refused')

const resultOf = (row: Row) =>
  'error' in row
    ? { file: row.file, refused: messageOf(row.error) }
    : {
        file: row.file,
        out: row.out,
        renewals: row.done.renewals,
        goodUntil: row.done.goodUntil,
        verdict: row.done.verdict.verdict,
        failed: row.done.failed.map(({ authority, error }) => ({
          authority,
          reason: messageOf(error),
        })),
      }

function linesOf(row: Row): readonly string[] {
  if ('error' in row) return [`✗ ${row.file}: not renewed: ${messageOf(row.error)}`]
  const { out, done } = row
  return [
    `✓ ${out}: renewal ${done.renewals}, good until ${done.goodUntil.slice(0, 10)}`,
    ...done.failed.map(({ authority, error }) => `  ! ${authority}: ${messageOf(error)}`),
  ]
}
