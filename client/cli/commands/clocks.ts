import type { CaseId } from '#crypto/fields/fields.js'
import { readClockRules } from '../../case/clocks/read-clock-rules.js'
import { caseClocks } from '../../core/cases/case-clocks.js'
import { ClientError } from '../../core/client-error.js'
import { listCases } from '../../core/cases/list-cases.js'
import { loadCase } from '../../core/cases/load-case.js'
import { watchClocks } from '../../core/cases/watch-clocks.js'
import { caseId } from '../options/case-id.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { octetsIn } from '../offline-files.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

/** So many of the newest cases are looked through where none is named. */
const CASES = 50

export async function clocks(context: CommandContext): Promise<void> {
  const { case: named, rules: path, watch, all } = context.options
  const rules = typeof path === 'string' ? await rulesIn(path) : []
  const session = await officerSession(context)
  const ids = named === undefined ? await newest() : [caseId(named)]
  async function newest(): Promise<readonly CaseId[]> {
    return (await listCases(session, CASES)).map((view) => view.case)
  }

  const found = []
  for (const id of ids) {
    const loaded = await loadCase(session, id)
    const running = await caseClocks(session, loaded, rules)
    const watched = await watchClocks(session, loaded, running, watch === true)
    found.push(...watched.map((clock) => ({ case: id, ...clock })))
  }
  const shown = found
    .filter(({ state }) => all === true || state !== 'ended')
    .sort((a, b) => (a.due < b.due ? -1 : 1))
  const now = session.platform.now().toISOString()
  const rows = shown.map((clock) => [
    clock.kind,
    clock.counterpart,
    localTime(clock.due),
    clock.state === 'running' && clock.due < now ? 'lapsed' : clock.state,
    clock.rings === null ? 'no' : 'yes',
    clock.evidence.slice(0, 12),
    clock.source,
  ])
  terminalOf(context).result(
    { clocks: shown },
    rows.length === 0
      ? ['No clock runs.']
      : table(['clock', 'counterpart', 'due', 'state', 'watched', 'rests on', 'by'], rows),
  )
}

async function rulesIn(path: string) {
  const rules = readClockRules(new TextDecoder().decode(await octetsIn(path)))
  if (rules !== undefined) return rules
  throw new ClientError(
    'usage',
    `${path} holds no rules for clocks`,
    'Rules are a JSON list; docs/cases.md shows one.',
  )
}
