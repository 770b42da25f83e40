import { valuesAt } from '../form-value.js'
import type { PreFlightDraft, PreFlightSides } from './draft.js'
import type { Stated } from './finding.js'

/** Formats, size, channel, and whether the urgency outside is the one inside. */
export function checkDelivery(
  { form, documents, urgency, template }: PreFlightDraft,
  { recipient }: PreFlightSides,
): readonly Stated[] {
  const { mediaTypes, maximumBytes } = recipient.accepts
  const found: Stated[] = []
  const add = (
    code: Stated['code'],
    severity: Stated['severity'],
    entryField: Stated['entryField'],
    data: Stated['data'] = {},
  ) => found.push({ code, severity, entryField, sources: [], data })

  const octets = documents.reduce((sum, { length }) => sum + length, 0)
  if (octets > maximumBytes) {
    const sizes = {
      octets: octets.toLocaleString('en'),
      maximum: maximumBytes.toLocaleString('en'),
    }
    add('too-large', 'must', 'accepts', sizes)
  }
  const refused = documents
    .map(({ mediaType }) => mediaType)
    .filter((type) => mediaTypes.length > 0 && !mediaTypes.includes(type) && !isOurs(type))
  if (refused.length > 0) {
    add('format-not-accepted', 'should', 'accepts', { formats: [...new Set(refused)].join(', ') })
  }
  if (recipient.channels.length > 0 && !recipient.channels.includes('rogatory')) {
    add('channel-not-named', 'note', 'channels')
  }
  const inside =
    template.id === 'emergency-disclosure' ? 'emergency' : valuesAt(form, 'urgency.level')[0]
  if (typeof inside === 'string' && isUrgency(inside) && inside !== urgency) {
    // Less urgent outside than inside goes unseen; the other way round is a question of style.
    const isLess = rank[inside] > rank[urgency]
    add('urgency-differs', isLess ? 'should' : 'note', null, { form: inside, sent: urgency })
  }
  return found
}

const rank = { routine: 0, urgent: 1, emergency: 2 } as const
const isUrgency = (level: string): level is keyof typeof rank => Object.hasOwn(rank, level)
/** Proof bundles and records of downgrades: whoever opens a package reads them, whatever else the entry takes. */
const isOurs = (mediaType: string): boolean => mediaType.startsWith('application/vnd.rogatory.')
