import { signDutyAct } from '#crypto/duty/duty-act-statement.js'
import { signRoster } from '#crypto/duty/roster-statement.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<Awaited<ReturnType<typeof exampleNetwork>>, 'duty'>

/** One officer of the recipient is on duty at night, and takes the alert of the example over. */
export async function exampleDuty({ duty }: Network, headerStatement: string) {
  const { authority, officer } = duty.claims
  const roster = await signRoster(
    {
      authority,
      version: 1,
      supersedes: null,
      declared: NOW.toISOString(),
      persons: [{ officer, email: 'duty@xb.example' }],
      shifts: [
        {
          zone: 'Europe/Vienna',
          days: [1, 2, 3, 4, 5],
          from: '18:00',
          to: '08:00',
          first: '2026-03-01',
          last: null,
          officers: [officer],
        },
      ],
      exceptions: [
        { from: '2026-12-24T00:00:00.000Z', to: '2026-12-27T00:00:00.000Z', officers: [officer] },
      ],
      backup: [officer],
      keyWarnings: [],
      webhooks: ['https://pager.xb.example/rogatory'],
    },
    duty.key,
  )
  const header = await readStatement(headerStatement)
  const act = await signDutyAct(
    {
      act: 'take',
      authority,
      header: header.digest,
      turn: 1,
      previous: null,
      detail: null,
      package: Header.parse(header.payload).package,
      declared: NOW.toISOString(),
    },
    duty.key,
  )
  return { 'credential-duty': duty.credential, roster, 'duty-act': act }
}
