import type { NetworkStanding, OperatorStanding } from '../../core/operations/operator-standing.js'
import { localTime } from '../options/local-time.js'
import { table } from './table.js'

export type OperatorStatus = OperatorStanding & { readonly network: NetworkStanding }

/** What somebody has to look at; a script that watches reads these. */
export const operatorTroubles = [
  'log-not-led',
  'worker-failed',
  'log-behind',
  'jobs-overdue',
  'jobs-refused',
  'mails-undelivered',
  'cosignature-false',
  'entries-unverified',
  'endings-due',
] as const
export type OperatorTrouble = (typeof operatorTroubles)[number]

/** As in the web client: so many statements without a place in the log are more than a moment's. */
const BEHIND = 1_000
/** A job is due at a moment, and done a little later. */
const LATE_MS = 60_000

export function troublesOf({
  operations,
  log,
  network,
}: OperatorStatus): readonly OperatorTrouble[] {
  const { at, jobs, workers, mails } = operations
  const isLate = (oldest: string | null) =>
    oldest !== null && Date.parse(at) - Date.parse(oldest) > LATE_MS
  const found: Readonly<Record<OperatorTrouble, boolean>> = {
    'log-not-led': workers.leading !== 1,
    'worker-failed': workers.failed > 0,
    'log-behind': operations.log.unsequenced >= BEHIND,
    'jobs-overdue': jobs.some(({ oldest }) => isLate(oldest)),
    'jobs-refused': jobs.some(({ refused }) => refused > 0),
    'mails-undelivered': mails.failed > 0,
    'cosignature-false': (log?.witnesses ?? []).some(({ standing }) => standing === 'false'),
    'entries-unverified': network.refused.length > 0,
    'endings-due': network.endings.length > 0,
  }
  return operatorTroubles.filter((trouble) => found[trouble])
}

const said: Readonly<Record<OperatorTrouble, string>> = {
  'log-not-led': 'not exactly one worker leads the log',
  'worker-failed': 'a worker has failed',
  'log-behind': 'many statements have no place in the log',
  'jobs-overdue': 'work is late',
  'jobs-refused': 'jobs wait for a person: see “rogatory operator board”',
  'mails-undelivered': 'mails were not delivered',
  'cosignature-false': 'a witness’s cosignature does not verify',
  'entries-unverified': 'entries of the directory do not verify',
  'endings-due': 'certificates, entries or keys end soon',
}

export function operatorStatusLines(status: OperatorStatus): readonly string[] {
  const { operations, log, stamps, network } = status
  const { workers, mails, deletions } = operations
  const waiting = operations.jobs.filter(({ overdue, refused }) => overdue + refused > 0)
  return [
    `at          ${localTime(operations.at)}, by the relay’s clock; the relay’s own word`,
    `workers     ${workers.leading} lead the log, ${workers.standingBy} stand by, ${workers.failed} have failed`,
    `unlogged    ${operations.log.unsequenced} statements without a place in the log`,
    `mails       ${mails.failed} not delivered, ${mails.retried} tried again`,
    `deletions   ${deletions} begun and not certified`,
    ...(waiting.length === 0
      ? ['jobs        none is overdue']
      : [
          '',
          ...table(
            ['job', 'overdue', 'the oldest since', 'wait for a person'],
            waiting.map(({ name, overdue, oldest, refused }) => [
              ...[name, String(overdue), oldest === null ? '' : localTime(oldest)],
              String(refused),
            ]),
          ),
          '',
        ]),
    ...(log === undefined
      ? ['log         nothing published yet, or the trust list names no log']
      : [
          `log         ${log.origin}, ${log.size} entries, verified and held against what this home remembers`,
          ...log.witnesses.map(
            ({ authority, standing, at }) =>
              `witness     ${authority} ${WITNESS[standing]}${at === null ? '' : ` ${localTime(at)}`}`,
          ),
          ...(log.quorum === undefined ? [] : [`quorum      ${log.quorum}`]),
        ]),
    ...stamps.map(
      ({ authority, lastSuccess, pendingSince, lastError }) =>
        `stamps      ${authority}: ${lastSuccess === null ? 'none yet' : `last ${localTime(lastSuccess)}`}` +
        (pendingSince === null ? '' : `, owes since ${localTime(pendingSince)}`) +
        (pendingSince === null || lastError === null ? '' : ` (${lastError.code})`),
    ),
    `network     ${network.count} authorities`,
    ...network.refused.map((id) => `✗           ${id}: its entry does not verify`),
    ...network.suspended.map(
      ({ authority, since, reason }) =>
        `suspended   ${authority} since ${localTime(since)}: ${reason}`,
    ),
    ...(network.endings.length === 0
      ? ['endings     nothing ends within 60 days']
      : [
          '',
          ...table(
            ['ends', 'authority', 'what', 'of', ''],
            network.endings.map(({ at, authority, what, of, warning }) => [
              ...[at.slice(0, 10), authority, what, of],
              warning === 0 ? '✗ ended' : `! within ${warning} days`,
            ]),
          ),
        ]),
    ...troublesOf(status).map((trouble) => `! ${said[trouble]}`),
  ]
}

const WITNESS = {
  cosigned: '✓ has cosigned the newest checkpoint',
  none: '▲ has not cosigned the newest checkpoint',
  false: '✗ shows a cosignature that does not verify',
} as const
