import { valuesAt } from '../form-value.js'
import type { PreFlightDraft, PreFlightSides } from './draft.js'
import type { Stated } from './finding.js'

/** How the six languages write it in a penalty. */
const DEATH = /death|peine de mort|peine capitale|pena de muerte|pena capital|إعدام|смертн|死刑/iu
const COERCIVE = [
  'search',
  'seizure',
  'freezing',
  'confiscation',
  'interception',
  'controlled-delivery',
  'special-techniques',
]
const TRAVEL = ['voluntary-appearance', 'transfer-of-detained']

/** Assurances that a requested State will ask for, and what else its entry requires in words. */
export function checkAssurances(
  { form, template }: PreFlightDraft,
  { recipient }: PreFlightSides,
): readonly Stated[] {
  if (template.kind !== 'request') return []
  const offered = valuesAt(form, 'assurances.*.kind')
  const kinds = valuesAt(form, 'assistance.*.kind')
  const isCoercive = kinds.some((kind) => COERCIVE.includes(String(kind)))
  const found: Stated[] = []
  const lacks = (
    code: Stated['code'],
    kind: string,
    severity: Stated['severity'],
    source: Stated['sources'][number],
  ) => {
    if (offered.includes(kind)) return
    found.push({ code, severity, entryField: null, sources: [source], data: {} })
  }
  if (hasDeathPenalty(form)) {
    lacks('assurance-death-penalty', 'death-penalty', 'should', {
      instrument: 'model-extradition',
      article: '4 (d)',
    })
  }
  if (valuesAt(form, 'judgment.inAbsentia').includes(true)) {
    lacks('assurance-retrial', 'retrial', 'should', {
      instrument: 'model-extradition',
      article: '3 (g)',
    })
  }
  if (valuesAt(form, 'legalBasis.*.kind').includes('reciprocity')) {
    lacks('assurance-reciprocity', 'reciprocity', 'should', {
      instrument: 'res-2322',
      article: '13 (a)',
    })
  }
  if (kinds.some((kind) => TRAVEL.includes(String(kind))) && !offered.includes('return')) {
    lacks('assurance-safe-conduct', 'safe-conduct', 'should', {
      instrument: 'untoc',
      article: '18 (27)',
    })
  }
  if (isCoercive && valuesAt(form, 'offences.*.dualCriminality').length === 0) {
    const laws = recipient.laws.map(({ title, url }) => `${title} <${url}>`).join('; ') || '—'
    const source = { instrument: 'untoc', article: '18 (9)' }
    found.push({
      code: 'dual-criminality',
      severity: 'note',
      entryField: 'laws',
      sources: [source],
      data: { laws },
    })
  }
  const words = [
    ['requirements', recipient.requirements],
    ['signature-rules', recipient.signatureRules],
  ] as const
  for (const [code, said] of words) {
    if (said.length === 0) continue
    const entryField = code === 'requirements' ? 'requirements' : 'signatureRules'
    found.push({
      code,
      severity: 'note',
      entryField,
      sources: [],
      data: { requirements: said.join(' ') },
    })
  }
  return found
}

function hasDeathPenalty(form: unknown): boolean {
  if (valuesAt(form, 'death').includes('provided')) return true
  const penalties = [
    ...valuesAt(form, 'offences.*.maximumPenalty'),
    ...valuesAt(form, 'punishment'),
  ]
  return penalties.some((penalty) => typeof penalty === 'string' && DEATH.test(penalty))
}
