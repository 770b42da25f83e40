import type { Answer } from '#client/core/cases/plan-answer.js'

const date = '2026-03-01'
const ahead = '2099-01-01'
const results = [{ outcome: 'executed', description: 'Served on the addressee.' }]

/** What each act must say, by its template. */
export const ACT_FORMS: Readonly<Record<string, Answer['form']>> = {
  registration: { date, registrationNumber: 'R-17' },
  'supplement-request': { questions: [{ question: 'Which account?' }] },
  supplement: { replies: [{ reply: 'The one of the annex.' }] },
  'review-start': { date },
  reminder: { question: 'How far is it?' },
  acceptance: { date },
  'conditional-acceptance': {
    date,
    conditions: [{ kind: 'confidentiality', text: 'Kept confidential.', until: '2027-01-01' }],
  },
  'conditions-agreed': { date, agreed: true },
  'partial-execution': { results, outstanding: 'The second account.' },
  execution: { results },
  refusal: { date, scope: 'whole', grounds: ['ne-bis-in-idem'], reasons: 'Tried already.' },
  postponement: { date, ground: 'ongoing-investigation', reasons: 'It would be known.' },
  resumption: { date },
  redirection: { date, authority: 'xc.court', forwarded: false, reasons: 'Not competent.' },
  withdrawal: { date, scope: 'whole' },
  closure: { date, outcome: 'executed' },
  correction: { corrections: [{ what: 'Account 12', instead: 'Account 21' }], reasons: 'A slip.' },
  recall: { what: 'The annex', measure: 'erase', reasons: 'Sent by mistake.' },
  'stand-down': { moment: `${date}T10:00:00Z`, outcome: 'false-alarm', reasons: 'A hoax.' },
  'extension-request': { subject: 'execution', until: ahead, reasons: 'Many accounts.' },
  extension: { granted: true, until: ahead },
}
