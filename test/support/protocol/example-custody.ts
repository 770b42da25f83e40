import { digestOf } from '#crypto/bytes/sha256.js'
import type { HandoffEventCode } from '#crypto/evidence/event.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { signHandoffAct } from '#crypto/translation/sign-handoff.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<Awaited<ReturnType<typeof exampleNetwork>>, 'translator' | 'relay'>
type Known = Readonly<Record<'handoff' | 'handoff-act' | 'translation' | 'evidence-h1', string>>

const DAY = 24 * 3600

/** What the relay of the examples saw of the hand-off, and how a bundle holds it. */
export async function exampleCustody({ translator, relay }: Network, known: Known) {
  const { payload, digest: assignment } = await readStatement(known.handoff)
  const { handoff, authority, declared } = Handoff.parse(payload)
  const accepted = await signHandoffAct(
    {
      act: 'accept',
      handoff,
      assignment,
      declared,
      turn: 0,
      accreditation: { body: 'Ministry of Justice of Xbland', number: 'T-1234' },
      clearance: null,
      confidentialitySince: declared,
      conflictExcluded: declared,
    },
    translator.key,
  )
  const steps: readonly [HandoffEventCode, string, Date][] = [
    ['H.2', accepted, NOW],
    ['H.7', known['handoff-act'], after(NOW, DAY)],
    ['H.9', known.translation, after(NOW, DAY)],
  ]
  const evidence = [known['evidence-h1']]
  for (const [code, statement, at] of steps) {
    const previous = await digestOf(evidence.at(-1) ?? '')
    evidence.push(
      await issueEvidence(
        {
          about: 'handoff',
          code,
          time: at.toISOString(),
          issuer: relay.entry.payload.authority,
          handoff,
          assignment,
          authority,
          turn: 0,
          sequence: evidence.length,
          previous,
          subject: await digestOf(statement),
          moment: null,
        },
        relay.evidence,
      ),
    )
  }
  const [, h2 = '', h7 = '', h9 = ''] = evidence
  return {
    'handoff-accepted': accepted,
    'evidence-h2': h2,
    'evidence-h7': h7,
    'evidence-h9': h9,
    'handoff-bundled': {
      handoff: '«handoff»',
      acts: ['«handoff-accepted»', '«handoff-act»'],
      certified: '«translation»',
    },
    'translation-record': {
      format: 'rogatory-translation-record',
      version: 1,
      handoff: { statement: '«handoff»', credential: '«credential-registrar»' },
      acts: ['handoff-accepted', 'handoff-act', 'translation'].map((name) => ({
        statement: `«${name}»`,
        credential: '«credential-translator»',
      })),
      evidence: ['h1', 'h2', 'h7', 'h9'].map((step) => `«evidence-${step}»`),
    },
  }
}
