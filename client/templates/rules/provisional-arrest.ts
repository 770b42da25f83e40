import type { Rule } from '../format.js'

export const provisionalArrestRules: Rule[] = [
  {
    rule: 'required',
    path: 'legalBasis',
    severity: 'must',
    source: { instrument: 'untoc', article: '16 (9)' },
  },
  { rule: 'required', path: 'legalBasis.*.kind', severity: 'must' },
  {
    rule: 'required',
    path: 'legalBasis.*.instrument',
    severity: 'must',
    when: { path: '.kind', is: 'treaty' },
  },
  {
    rule: 'required',
    path: 'personSought.name',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'personSought.description',
    severity: 'should',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'personSought.location',
    severity: 'should',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'personSought.birth',
    severity: 'should',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'basis',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'affirmed',
    path: 'documentExists.exists',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'documentExists.authority',
    severity: 'should',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'documentExists.date',
    severity: 'should',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'concise',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'offences',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'offences.*.title',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'punishment',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'affirmed',
    path: 'extraditionFollows',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (2)' },
  },
  {
    rule: 'required',
    path: 'requestBy',
    severity: 'should',
    source: { instrument: 'european-extradition', article: '16 (4)' },
  },
  { rule: 'ahead', path: 'requestBy', severity: 'should' },
  {
    rule: 'required',
    path: 'urgencyReason',
    severity: 'must',
    source: { instrument: 'model-extradition', article: '9 (1)' },
  },
  { rule: 'required', path: 'languages.original', severity: 'must' },
]
