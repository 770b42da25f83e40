import {
  acceptanceEvents,
  acceptedTypes,
  type AcceptanceCode,
} from '#crypto/evidence/acceptance-events.js'
import { ClientError } from '../../core/client-error.js'
import {
  audit,
  type AuditedAct,
  type AuditFilter,
  type DoubtfulAct,
} from '../../core/operations/audit.js'
import { pageTurner } from '../../core/page-turner.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { auditLines } from '../lines/audit-lines.js'
import { authorityIn } from '../options/operator-of.js'
import { operatorPlace } from '../options/operator-place.js'
import { readTime } from '../options/read-time.js'
import { terminalOf } from '../terminal-of.js'

/** Who stated what, newest first, each verified; exit code 4 where something does not verify. */
export async function operatorAudit(context: CommandContext): Promise<void> {
  const filter = filterOf(context.options)
  const most = Number(context.options['most'])
  const place = await operatorPlace(context)
  const nextOf = pageTurner()
  const acts: AuditedAct[] = []
  const doubtful: DoubtfulAct[] = []
  let after: string | undefined
  do {
    const page = await audit(place, filter, after)
    acts.push(...page.acts)
    doubtful.push(...page.doubtful)
    after = nextOf(page)
  } while (after !== undefined && acts.length + doubtful.length < most)
  if (doubtful.length > 0) process.exitCode = EXIT.contradicted
  const shown = acts.slice(0, most)
  const hasMore = after !== undefined || shown.length < acts.length
  terminalOf(context).result(
    { acts: shown.map(described), doubtful, more: hasMore },
    auditLines({ acts: shown, doubtful, hasMore }),
  )
}

/** @throws {@link ClientError} `usage` */
function filterOf({ authority, code, since, until }: CommandContext['options']): AuditFilter {
  return {
    authority: authority === undefined ? undefined : authorityIn(authority),
    code: code === undefined ? undefined : codeIn(code),
    since: since === undefined ? undefined : readTime('--since', since).toISOString(),
    until: until === undefined ? undefined : readTime('--until', until).toISOString(),
  }
}

function codeIn(text: unknown): AcceptanceCode {
  const codes = acceptedTypes.map((typ) => acceptanceEvents[typ])
  const code = codes.find((one) => one === text)
  if (code !== undefined) return code
  throw new ClientError('usage', `${String(text)} is not such a code`, `One of ${codes.join(' ')}.`)
}

/** As a script reads it; `said` is the statement's payload as it was signed. */
const described = ({ said, leaf, ...act }: AuditedAct) => ({
  ...act,
  leaf: leaf ?? null,
  kid: said.kid,
  digest: said.digest,
  said: said.payload,
})
