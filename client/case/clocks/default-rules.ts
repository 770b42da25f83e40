import { ClockRules } from './clock-rule.js'

/**
 * The clocks that run unless an authority says otherwise for an instrument or a counterpart: data, each with
 * its source. Most instruments name no period; where the one of a request does not, the period is one that
 * another has made usual, and its source says so. Acknowledgement is watched by the relay as well (evidence K.1, K.2).
 */
export const defaultRules = ClockRules.parse([
  {
    kind: 'acknowledgement',
    urgency: ['urgent', 'emergency'],
    duration: { count: 24, unit: 'hours' },
    warnHours: [6],
    source: 'practice of 24/7 networks',
  },
  {
    kind: 'acknowledgement',
    duration: { count: 7, unit: 'days' },
    warnHours: [48],
    source: 'practice, after Directive 2014/41/EU, article 16 (1), Annex B: one week',
  },
  {
    kind: 'decision',
    templates: ['asset-freezing', 'data-preservation'],
    duration: { count: 24, unit: 'hours' },
    warnHours: [6],
    source: 'practice, after Directive 2014/41/EU, article 32 (2): provisional measures',
  },
  {
    kind: 'decision',
    templates: ['emergency-disclosure'],
    duration: { count: 8, unit: 'hours' },
    warnHours: [2],
    source: 'practice, after Regulation (EU) 2023/1543, article 10 (4)',
  },
  {
    kind: 'decision',
    duration: { count: 30, unit: 'days', rolls: true },
    warnHours: [7 * 24, 48],
    source: 'practice, after Directive 2014/41/EU, article 12 (3)',
  },
  {
    kind: 'execution',
    instrument: 'Regulation (EU) 2023/1543',
    urgency: ['emergency'],
    duration: { count: 8, unit: 'hours' },
    warnHours: [2],
    source: 'Regulation (EU) 2023/1543, article 10 (4)',
  },
  {
    kind: 'execution',
    instrument: 'Regulation (EU) 2023/1543',
    duration: { count: 10, unit: 'days' },
    warnHours: [72, 24],
    source: 'Regulation (EU) 2023/1543, article 10 (2): 10 days',
  },
  {
    kind: 'execution',
    instrument: 'Second Additional Protocol to the Convention on Cybercrime',
    assistance: ['subscriber-data'],
    duration: { count: 65, unit: 'days' },
    warnHours: [14 * 24, 72],
    source: 'Second Additional Protocol, article 8: 45 days to serve, 20 to return subscriber data',
  },
  {
    kind: 'execution',
    instrument: 'Second Additional Protocol to the Convention on Cybercrime',
    assistance: ['subscriber-data', 'traffic-data'],
    duration: { count: 90, unit: 'days' },
    warnHours: [14 * 24, 72],
    source: 'Second Additional Protocol, article 8: 45 days to serve, 45 to return traffic data',
  },
  {
    kind: 'execution',
    duration: { count: 90, unit: 'days', rolls: true },
    warnHours: [14 * 24, 72],
    source: 'practice, after Directive 2014/41/EU, article 12 (4)',
  },
  {
    kind: 'supplement',
    duration: { count: 30, unit: 'days' },
    warnHours: [7 * 24],
    source: 'practice',
  },
  {
    kind: 'preservation',
    templates: ['data-preservation'],
    duration: { count: 60, unit: 'days' },
    warnHours: [14 * 24, 72],
    source: 'Budapest Convention, article 29 (7): at least 60 days',
  },
  {
    kind: 'provisional-arrest',
    templates: ['provisional-arrest'],
    duration: { count: 18, unit: 'days' },
    most: { count: 40, unit: 'days' },
    warnHours: [5 * 24, 48],
    source: 'European Convention on Extradition, article 16 (4): 18 days, at most 40',
  },
])
