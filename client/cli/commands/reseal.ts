import { z } from 'zod'
import { Kid, type PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { chooseSealed } from '../../core/resealing/choose-sealed.js'
import { resealMany } from '../../core/resealing/reseal-many.js'
import type { Resealed } from '../../core/resealing/reseal-package.js'
import type { Session } from '../../core/session/session.js'
import type { CommandContext } from '../command-context.js'
import { exitCodeOf } from '../exit-codes.js'
import { documentBars } from '../lines/document-bars.js'
import { officerSession } from '../officer-session.js'
import { localTime } from '../options/local-time.js'
import { readDay } from '../options/read-day.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object({
  all: z.boolean().default(false),
  again: z.boolean().default(false),
  sealedUnder: z.string().optional(),
  before: z.string().optional(),
})
type Options = z.infer<typeof Options>

type Failed = { readonly package: PackageId; readonly code: string; readonly problem: string }

/**
 * Seals copies anew, one package after the other. Broken off, the same command goes on, since what is done is sealed to another
 * key, or later, than is asked for.
 */
export async function reseal(
  context: CommandContext,
  packages: readonly PackageId[],
): Promise<void> {
  const options = Options.parse(context.options)
  requireChoice(options, packages)
  const session = await officerSession(context)
  const terminal = terminalOf(context)
  const chosen = options.all ? await choose(session, options) : packages
  const bars = documentBars(terminal, 'reseal')
  const resealed: Resealed[] = []
  const failed: Failed[] = []
  let exit: number | undefined
  const turns = resealMany(session, chosen, {
    // What is chosen by its age or key is sealed anew whatever it is sealed to now.
    again: options.again || options.all,
    onTurn: (id, turn) => terminal.note(`package ${turn} of ${chosen.length}: ${id}`),
    onProgress: bars.at,
  })
  for await (const one of turns) {
    if (!('error' in one)) {
      resealed.push(one)
      continue
    }
    const { code, message: problem } = one.error
    failed.push({ package: one.package, code, problem })
    exit ??= exitCodeOf(one.error)
  }
  bars.done()
  if (exit !== undefined) process.exitCode = exit
  const done = resealed.filter(({ already }) => !already)
  terminal.result({ resealed, failed }, [
    ...resealed.map(lineOf),
    ...failed.map(({ package: id, problem }) => `✗ ${id}  ${problem}`),
    `${done.length} sealed anew, ${failed.length} not`,
    ...(done.length === 0
      ? []
      : ['The relay deletes what was replaced when all parties have sealed their copies anew.']),
  ])
}

function lineOf({ package: id, version, kid, already, replacedDeletedAt }: Resealed): string {
  if (!already) return `✓ ${id}  version ${version}, sealed to ${kid}`
  const before =
    replacedDeletedAt === null
      ? 'what it replaces is at the relay still'
      : `what it replaces was deleted ${localTime(replacedDeletedAt)} (relay's clock)`
  return `✓ ${id}  sealed to ${kid} already; ${before}`
}

function requireChoice(
  { all, sealedUnder, before }: Options,
  packages: readonly PackageId[],
): void {
  const isFiltered = sealedUnder !== undefined || before !== undefined
  if (sealedUnder !== undefined && !Kid.safeParse(sealedUnder).success) {
    throw new ClientError(
      'usage',
      '--sealed-under takes the kid of a key',
      'See: rogatory keys needed',
    )
  }
  if (all ? packages.length === 0 && isFiltered : packages.length > 0 && !isFiltered) return
  throw new ClientError(
    'usage',
    'name packages, or choose them with --all and --sealed-under or --before',
    'What is not chosen twice is not sealed anew twice: rogatory reseal --help',
  )
}

const choose = (session: Session, { sealedUnder, before }: Options) =>
  chooseSealed(session, {
    sealedUnder,
    before: before === undefined ? undefined : readDay('--before', before),
  })
