import { toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256 } from '#crypto/bytes/sha256.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { OID } from '#crypto/pki/oid.js'
import { tstInfo, type TstInfo } from '#crypto/timestamp/tst-info.js'
import { AT, trustIn } from '#test/crypto/pki/chains.js'
import {
  basicConstraints,
  digitalSignature,
  handMade,
  issuerExtensions,
  type Plan,
  purposes,
} from '#test/crypto/pki/hand-made.js'
import { keyOf } from '#test/crypto/pki/keys.js'
import { handMadeToken, type TokenPlan } from './hand-made-token.js'

export const DATA = toUtf8('zz.relay/log\n17\nroot\n')
export const POLICY = '1.3.6.1.4.1.99999.1'
export const NONCE = '4123456789abcdef'

export const stampExtensions = [
  basicConstraints(false),
  digitalSignature,
  purposes(true, OID.timeStamping),
]

/** A root, an intermediate, and time-stamping authorities under the one and the other. */
export async function stampingPlans(): Promise<
  Record<'root' | 'middle' | 'direct' | 'under' | 'stranger', Plan>
> {
  const [root, middle, tsa] = await Promise.all([keyOf('root'), keyOf('middle'), keyOf('leaf')])
  const extensions = stampExtensions
  const byRoot = { issuer: 'Root', signer: root }
  return {
    root: { ...byRoot, subject: 'Root', key: root, extensions: issuerExtensions },
    middle: { ...byRoot, subject: 'Middle', key: middle, extensions: issuerExtensions },
    direct: { ...byRoot, subject: 'Stamps', key: tsa, extensions },
    under: { subject: 'Stamps', issuer: 'Middle', key: tsa, signer: middle, extensions },
    stranger: { ...byRoot, subject: 'Other', key: middle, extensions: issuerExtensions },
  }
}

/** TSTInfo of an honest authority over DATA, otherwise as told. */
export const infoOf = async (changes: Partial<TstInfo> = {}): Promise<Octets> =>
  tstInfo({
    policy: POLICY,
    serial: '01',
    at: AT,
    nonce: NONCE,
    ...changes,
    imprint: changes.imprint ?? (await sha256(DATA)),
  })

/** Everything about one authority directly under one root. */
export async function stamping() {
  const plans = await stampingPlans()
  const certificate = await handMade(plans.direct)
  const base: TokenPlan = {
    content: await infoOf(),
    certificates: [certificate],
    key: plans.direct.key,
    issuer: 'Root',
  }
  return {
    plans,
    certificate,
    base,
    trust: await trustIn(plans.root),
    token: (changes: Partial<TokenPlan> = {}) => handMadeToken({ ...base, ...changes }),
  }
}

export type Stamping = Awaited<ReturnType<typeof stamping>>
