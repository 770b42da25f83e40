import { DAY_MS } from '#crypto/clock/durations.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import { type BundleAgeing, bundleAgeing } from '#crypto/proof/bundle-ageing.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import type { Sunset } from '#crypto/proof/sunset.js'
import { ClientError } from '../client-error.js'

/** A bundle somewhere, read only when it is its turn: an archive need not fit into memory. */
export type BundleFile = {
  readonly file: string
  readonly octets: () => Promise<Uint8Array>
}

export type AgeingRow = BundleAgeing & {
  readonly file: string
  /** Whole days that are left; negative when it is over. */
  readonly days?: number
  /** It is aged, unstamped, or ages within the days asked about. */
  readonly isDue: boolean
}

export type AgeingList = {
  /** What ages first comes first; what nobody can date before that. */
  readonly bundles: readonly AgeingRow[]
  /** Unreadable, no bundle, or contradicted, with why. */
  readonly unjudged: readonly { readonly file: string; readonly error: CryptoError | ClientError }[]
}

type Asked = {
  readonly trust: TrustList
  readonly now: () => Date
  /** Days. */
  readonly within: number
  readonly policy?: readonly Sunset[]
}

/**
 * Lists when bundles must be renewed. One that cannot be judged keeps no other from being listed.
 *
 * @throws {@link CryptoError} `directory/trust` if a root of the trust list is none.
 */
export async function listAgeing(
  files: Iterable<BundleFile>,
  { trust, now, within, policy }: Asked,
): Promise<AgeingList> {
  const bundles: AgeingRow[] = []
  const unjudged: AgeingList['unjudged'][number][] = []
  for (const { file, octets } of files) {
    const at = now()
    try {
      const bundle = parseBundle(await octets())
      const ageing = await bundleAgeing(bundle, trust, { at, ...(policy && { policy }) })
      if (ageing.verdict === 'contradicted') throw contradicted()
      const left = ageing.ages === undefined ? undefined : Date.parse(ageing.ages) - at.getTime()
      bundles.push({
        file,
        ...ageing,
        ...(left !== undefined && { days: Math.floor(left / DAY_MS) }),
        isDue: ageing.state !== 'good' || (left ?? 0) <= within * DAY_MS,
      })
    } catch (error) {
      if (!isOfTheFile(error)) throw error
      unjudged.push({ file, error })
    }
  }
  return { bundles: bundles.toSorted(byAge), unjudged }
}

const byAge = (a: AgeingRow, b: AgeingRow): number =>
  (a.ages ?? '').localeCompare(b.ages ?? '') || a.file.localeCompare(b.file)

/** A bug, and a trust list that is none, are not one file's trouble. */
const isOfTheFile = (error: unknown): error is CryptoError | ClientError =>
  error instanceof ClientError || (error instanceof CryptoError && error.code !== 'directory/trust')

const contradicted = () =>
  new ClientError(
    'proof-contradicted',
    'the bundle is contradicted, and not to be renewed',
    'See “rogatory verify”.',
  )
