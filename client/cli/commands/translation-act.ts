import { type HandoffId, plainText } from '#crypto/fields/fields.js'
import { DeclineAct, RecallAct, ReviewAct } from '#crypto/translation/handoff-act.js'
import { ClientError } from '../../core/client-error.js'
import type { Session } from '../../core/session/session.js'
import { actNote } from '../../core/translation/act-note.js'
import { actOnHandoff, type NewAct } from '../../core/translation/act-on-handoff.js'
import { ownTurn } from '../../core/translation/own-turn.js'
import { certifyTranslation } from '../../core/translation/return-translation.js'
import { type OpenHandoff, readHandoff } from '../../core/translation/read-handoff.js'
import type { CommandContext } from '../command-context.js'
import { handoffLines, handoffSummary } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

type Kind = 'accept' | 'decline' | 'review' | 'certify' | 'countersign' | 'recall'

/** Says what somebody does about a hand-off, and where it stands then. */
export const translationAct =
  (kind: Kind) =>
  async (context: CommandContext, id: HandoffId): Promise<void> => {
    const session = await officerSession(context)
    const open = await readHandoff(session, id)
    const after =
      kind === 'certify'
        ? await certifyTranslation(session, open, certified(session, context))
        : await actOnHandoff(session, open, await actOf(kind, session, open, context))
    terminalOf(context).result(handoffSummary(after, session), handoffLines(after, session))
  }

function certified(session: Session, { options }: CommandContext) {
  const { instrument } = options
  return {
    accreditation: accreditationOf(session, options),
    ...(typeof instrument === 'string' && { instrument }),
  }
}

async function actOf(
  kind: Exclude<Kind, 'certify'>,
  session: Session,
  open: OpenHandoff,
  { options }: CommandContext,
): Promise<NewAct> {
  const { state } = open.derived
  const turn = ownTurn(session, open)
  const since = session.platform.now().toISOString()
  switch (kind) {
    case 'accept': {
      const { clearance } = options
      const own = profileOf(session)
      return {
        act: 'accept',
        turn,
        accreditation: accreditationOf(session, options),
        clearance: typeof clearance === 'string' ? plainText(clearance) : (own?.clearance ?? null),
        confidentialitySince: own?.confidentialitySince ?? since,
        conflictExcluded: since,
      }
    }
    case 'decline': {
      const reason = DeclineAct.shape.reason.parse(options['reason'])
      return { act: 'decline', turn, reason, detail: await detail(session, open, options) }
    }
    case 'review': {
      if (!state?.returned) throw nothing('was returned yet')
      const outcome = ReviewAct.shape.outcome.parse(options['outcome'])
      const said = await detail(session, open, options, 'reviewer')
      return { act: 'review', return: state.returned.digest, outcome, detail: said }
    }
    case 'countersign':
      if (!state?.translation) throw nothing('is certified yet')
      return { act: 'countersign', translation: state.translation }
    case 'recall': {
      const ground = RecallAct.shape.ground.parse(options['ground'])
      return { act: 'recall', ground, detail: await detail(session, open, options) }
    }
  }
}

const profileOf = ({ officer }: Session) => officer.credential.payload.linguist

/** What the options say, else what the officer's own authority vouches for. */
function accreditationOf(
  session: Session,
  { accreditation, accreditedBy }: CommandContext['options'],
) {
  if (accreditation === undefined && accreditedBy === undefined) {
    return profileOf(session)?.accreditation ?? null
  }
  if (typeof accreditation === 'string' && typeof accreditedBy === 'string') {
    return { body: plainText(accreditedBy), number: plainText(accreditation) }
  }
  throw new ClientError(
    'usage',
    'an accreditation is a number and the body that gave it',
    'Give both --accreditation and --accredited-by.',
  )
}

async function detail(
  session: Session,
  open: OpenHandoff,
  { note }: CommandContext['options'],
  by?: 'reviewer',
): Promise<string | null> {
  return typeof note === 'string' ? actNote.seal(session, open, note, by) : null
}

const nothing = (what: string) =>
  new ClientError(
    'handoff-closed',
    `nothing of this hand-off ${what}`,
    'See where it stands: rogatory translation show HANDOFF',
  )
