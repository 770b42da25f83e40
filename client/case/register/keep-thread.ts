import { CalendarDay } from '#crypto/directory/office-hours.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { CaseState } from '../acts.js'
import type { CasePackage, RequestView, Thread, TimelineItem } from '../case-view.js'
import { obligationsOf } from './obligations-of.js'
import type {
  IgnoredWord,
  ObligationState,
  Register,
  RegisterEntry,
  RegisterFault,
  TransferApproval,
} from './register-entry.js'

type Step = { readonly item: TimelineItem; readonly pkg: CasePackage | undefined }

/** Where a request ends before anything was given for it, what was promised for it falls. */
const ENDED_WITHOUT: readonly (CaseState | null)[] = ['refused', 'withdrawn', 'redirected']
/** Where it was never opened, nothing binds anybody. */
const NEVER_OPENED: readonly (CaseState | null)[] = ['rejected', 'expired']
const GIVEN: readonly (CaseState | null)[] = ['partially-executed', 'executed']
const OPEN: readonly ObligationState[] = ['proposed', 'in-force', 'reported']

/** The register of one thread, read along its timeline. */
export function keepThread(
  { package: request, requesting }: RequestView,
  { counterpart }: Thread,
  steps: readonly Step[],
): Register {
  const entries = new Map<string, RegisterEntry>()
  const approvals: TransferApproval[] = []
  const ignored: IgnoredWord[] = []
  let hasGiven = false

  for (const { item, pkg } of steps) {
    if (pkg !== undefined) {
      // A proposal replaces the one before it, so it goes first.
      if (item.what === 'conditional-acceptance') moveWhere(item, 'replaced', isProposed)
      set(item, pkg)
      hear(item, pkg)
    }
    hasGiven ||= GIVEN.includes(item.state)
    if (NEVER_OPENED.includes(item.state)) moveWhere(item, 'void', () => true)
    if (ENDED_WITHOUT.includes(item.state) && !hasGiven) {
      moveWhere(item, 'void', (entry) => isProposed(entry) || entry.bound === requesting)
    }
  }
  return { entries: [...entries.values()], approvals, ignored }

  function set(item: TimelineItem, pkg: CasePackage): void {
    const { package: name, sender } = pkg.manifest
    const other = sender === requesting ? counterpart : requesting
    obligationsOf(pkg).forEach(({ binds, isProposed: isOnly, ...said }, place) => {
      const [bound, owedTo] = binds === 'sender' ? [sender, other] : [other, sender]
      const id = `${name}#${place + 1}`
      const entry = { id, ...said, request, counterpart, bound, owedTo, history: [] }
      entries.set(
        id,
        moved({ ...entry, state: 'proposed' }, item, isOnly ? 'proposed' : 'in-force'),
      )
    })
  }

  function hear(item: TimelineItem, { manifest: { form } }: CasePackage): void {
    if (item.what === 'conditions-agreed' && form['agreed'] !== false) {
      const named = words(form['agreedConditions'])
      moveWhere(
        item,
        'in-force',
        (entry) =>
          isProposed(entry) && (named.length === 0 || named.includes(entry.number ?? entry.id)),
      )
    }
    if (item.what === 'fulfilment' || item.what === 'release') {
      for (const id of words(form['entries'])) hearOf(id, item)
    }
    if (item.what === 'transfer-approval' && form['approved'] === true) approve(item, form)
  }

  function hearOf(id: string, item: TimelineItem): void {
    const entry = entries.get(id)
    const ignore = (code: RegisterFault) => ignored.push({ package: item.package, entry: id, code })
    if (entry === undefined) return void ignore('no-such-entry')
    if (!OPEN.includes(entry.state)) return void ignore('ended')
    const isOwed = item.by === entry.owedTo
    if (item.what === 'release') {
      if (!isOwed) return void ignore('not-owed-to-them')
      move(entry, item, 'released')
    } else if (isProposed(entry)) ignore('no-such-entry')
    else move(entry, item, isOwed ? 'fulfilled' : 'reported')
  }

  /** What somebody sent, that side alone may let pass on. */
  function approve(item: TimelineItem, form: Readonly<Record<string, unknown>>): void {
    const of = PackageId.safeParse(form['package']).data
    const to = AuthorityId.safeParse(form['recipient']).data
    if (of === undefined || to === undefined) return
    const sent = steps.find(({ pkg }) => pkg?.manifest.package === of)?.pkg
    if (sent?.manifest.sender !== item.by) {
      const code = sent === undefined ? 'no-such-entry' : 'not-owed-to-them'
      ignored.push({ package: item.package, entry: of, code })
      return
    }
    approvals.push({
      of,
      to,
      by: item.by,
      package: item.package,
      evidence: item.evidence,
      givenTo: item.by === requesting ? counterpart : requesting,
      until: CalendarDay.safeParse(form['until']).data ?? null,
      terms: typeof form['terms'] === 'string' ? form['terms'] : '',
    })
  }

  function moveWhere(
    item: TimelineItem,
    state: ObligationState,
    which: (entry: RegisterEntry) => boolean,
  ): void {
    for (const entry of entries.values()) {
      if (OPEN.includes(entry.state) && which(entry)) move(entry, item, state)
    }
  }

  function move(entry: RegisterEntry, item: TimelineItem, state: ObligationState): void {
    entries.set(entry.id, moved(entry, item, state))
  }
}

const isProposed = ({ state }: RegisterEntry): boolean => state === 'proposed'

function moved(entry: RegisterEntry, item: TimelineItem, state: ObligationState): RegisterEntry {
  const { by, package: pkg, time, evidence } = item
  return {
    ...entry,
    state,
    history: [...entry.history, { state, by, package: pkg, time, evidence }],
  }
}

const words = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string')
