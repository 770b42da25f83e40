import { digestOf } from '#crypto/bytes/sha256.js'
import { DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import type { Redactions } from '#crypto/downgrade/redactions.js'
import { signDowngrade } from '#crypto/downgrade/sign-downgrade.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import { NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<Awaited<ReturnType<typeof exampleNetwork>>, 'drafter'>

const salt = `${'A'.repeat(42)}E`
const ORIGINAL = 'Source R. saw him cross at Xatown on 3 February.\n'
const RELEASED = 'He crossed at Xatown in February.\n'

/** A report is downgraded for official use: the source and the day are taken out. */
export async function exampleDowngrade({ drafter }: Network) {
  const released = await digestOf(RELEASED)
  const redactions: Redactions = {
    format: 'rogatory-redactions',
    version: 1,
    documents: [
      {
        released,
        redactions: [
          {
            place: 'line 1, words 1 to 3',
            reason: 'source',
            removed: await commitManifest(salt, await digestOf('Source R. saw')),
          },
          { place: 'line 1, day', reason: 'operation', removed: null },
        ],
      },
    ],
  }
  const downgrade = await signDowngrade(
    {
      authority: drafter.claims.authority,
      by: 'P. Novak, Head of the Originating Service',
      basis: 'Act 12/2019, section 7; order 3/2026',
      decided: '2026-02-27',
      from: 'SECRET',
      to: 'RESTRICTED',
      original: null,
      documents: [{ original: await commitManifest(salt, await digestOf(ORIGINAL)), released }],
      declared: NOW.toISOString(),
    },
    redactions,
    drafter.key,
  )
  return {
    downgrade,
    'downgrade-original': { salt, digest: await digestOf(ORIGINAL) },
    'downgrade-record': DowngradeRecord.parse({
      format: 'rogatory-downgrade',
      version: 1,
      downgrade,
      redactions,
      credential: drafter.credential,
    }),
  }
}
