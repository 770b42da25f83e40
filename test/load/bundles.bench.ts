import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { world } from '#test/support/world/world.js'
import { alternate, timed } from './support/alternate.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'

/** Row 9: bundles verified a second, and the command that verifies one. */
const ROUNDS = sizeOf('BENCH_BUNDLE_ROUNDS', 10)
const BATCH = sizeOf('BENCH_BUNDLES', 20)

const bundle = await sampleBundle()
const octets = serialiseBundle(bundle)
const trust = await worldTrust()

async function verify(): Promise<void> {
  const { verdict } = await verifyBundle(parseBundle(octets), trust)
  if (verdict !== 'proved') throw new Error(`the sample is ${verdict}`)
}

type Check = Parameters<SubtleCrypto['verify']>

/** Every signature that one verification checks, to be checked again without all else. */
async function checksIn(work: () => Promise<void>): Promise<readonly Check[]> {
  const { subtle } = crypto
  const original = subtle.verify.bind(subtle)
  const checks: Check[] = []
  subtle.verify = (...check: Check) => {
    checks.push(check)
    return original(...check)
  }
  await work().finally(() => (subtle.verify = original))
  return checks
}
await verify()
const checks = await checksIn(verify)

async function signaturesAlone(): Promise<void> {
  for (const check of checks) {
    if (!(await crypto.subtle.verify(...check))) throw new Error('a signature does not hold')
  }
}

const perSecond = (work: () => Promise<void>) => async () =>
  (BATCH * 1000) /
  (await timed(async () => {
    for (let i = 0; i < BATCH; i++) await work()
  }))
const { ours, alone } = await alternate(
  { ours: perSecond(verify), alone: perSecond(signaturesAlone) },
  { rounds: ROUNDS },
)

const folder = mkdtempSync(join(tmpdir(), 'rogatory-bench-'))
const [bundleFile, trustFile] = [join(folder, 'x.rogatory-proof'), join(folder, 'trust.json')]
const { root } = await world()
const roots = [root.certificate.pem]
writeFileSync(bundleFile, octets)
writeFileSync(trustFile, formatTrustList({ roots, timestampRoots: roots }))
const node = (...args: string[]) =>
  timed(() =>
    Promise.resolve(execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })),
  )
const cold = await alternate(
  {
    ours: () => node('client/cli/rogatory.mjs', 'verify', bundleFile, '--trust', trustFile),
    nothing: () => node('-e', '0'),
  },
  { rounds: ROUNDS },
)
rmSync(folder, { recursive: true, force: true })

report([
  {
    row: 9,
    work: `bundles verified, ${(octets.length / 1024).toFixed(1)} KB each`,
    unit: '/s',
    own: ours,
    peer: { name: `its ${checks.length} signature checks alone`, samples: alone },
    reach: { atLeast: 0.45 },
  },
  {
    row: 9,
    work: 'rogatory verify, cold',
    unit: 'ms',
    own: cold.ours,
    peer: { name: 'node -e 0', samples: cold.nothing },
    reach: { atMost: 2.5 },
  },
])
