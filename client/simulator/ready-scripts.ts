import type { Script } from './script.js'

const registration = {
  send: 'registration',
  form: {
    registrationNumber: '{number}',
    date: '{today}',
    officer: 'Simulated registrar',
    expectedBy: '{today+30}',
    remarks: 'This answer comes from a simulator.',
  },
}
const request = [
  'mla-request',
  'document-service',
  'video-hearing',
  'asset-freezing',
  'cultural-property',
  'data-preservation',
  'emergency-disclosure',
]

/** Scripts to begin with, by the name that `rogatory simulate --script` takes. */
export const readyScripts: Readonly<Record<string, Script>> = {
  executes: {
    name: 'Executes',
    about: 'Acknowledges, registers, accepts and executes whatever is asked, at once.',
    scenarios: [
      {
        when: { templates: request },
        steps: [
          { acknowledge: true },
          registration,
          { send: 'acceptance', form: { date: '{today}', expectedBy: '{today+30}' } },
          {
            send: 'execution',
            form: {
              results: [
                {
                  request: 'Your request {reference}',
                  outcome: 'executed',
                  executedOn: '{today}',
                  by: 'Simulated court',
                  description: 'What was asked for is attached. It was invented by a simulator.',
                },
              ],
            },
            letter: ['Result of a simulated execution', '', 'No such proceeding exists.'],
          },
        ],
      },
      { steps: [{ acknowledge: true }] },
    ],
  },
  asks: {
    name: 'Asks first',
    about:
      'Registers, asks a question, waits for the supplement, accepts with a condition, executes.',
    scenarios: [
      {
        when: { templates: request },
        steps: [
          { acknowledge: true },
          registration,
          {
            send: 'supplement-request',
            form: {
              questions: [
                {
                  id: '1',
                  question: 'Which court ordered the measure, and when?',
                  why: 'The law of the requested State demands the order of a court.',
                },
              ],
              replyBy: '{today+14}',
            },
          },
          { await: 'supplement' },
          {
            send: 'conditional-acceptance',
            form: {
              date: '{today}',
              conditions: [
                {
                  id: 'C1',
                  kind: 'use-limit',
                  text: 'For the proceeding named in the request alone.',
                },
              ],
              reasons: 'Article 18 (19) of the Convention.',
              replyBy: '{today+14}',
            },
          },
          { await: 'conditions-agreed' },
          {
            send: 'execution',
            form: {
              results: [
                {
                  outcome: 'executed',
                  executedOn: '{today}',
                  description: 'Invented by a simulator.',
                },
              ],
              useConditions: [{ id: 'C1', text: 'For the proceeding named in the request alone.' }],
            },
          },
        ],
      },
      { steps: [{ acknowledge: true }] },
    ],
  },
  refuses: {
    name: 'Refuses',
    about: 'Registers, and refuses with a ground, reasons and an alternative.',
    scenarios: [
      {
        when: {
          templates: [...request, 'extradition-request', 'proceedings-transfer', 'joint-team'],
        },
        steps: [
          { acknowledge: true },
          registration,
          {
            send: 'refusal',
            form: {
              date: '{today}',
              scope: 'whole',
              grounds: ['dual-criminality'],
              reasons:
                'The conduct described is no offence here. A simulator says so, for training.',
              legalProvision: 'Article 7 of the Act on Mutual Legal Assistance',
              consulted: true,
              alternatives: 'A request for voluntary statements would be executed.',
            },
          },
        ],
      },
      { steps: [{ acknowledge: true }] },
    ],
  },
}
