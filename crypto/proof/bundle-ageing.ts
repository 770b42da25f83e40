import type { TrustList } from '../directory/trust-list.js'
import { readCertificate } from '../pki/read-certificate.js'
import { readStatement } from '../statement/read-statement.js'
import { attempt } from './attempt.js'
import type { ProofBundle } from './bundle.js'
import type { Attestor, Verdict } from './fact.js'
import { readPieces } from './pieces.js'
import { firstSunset, momentOf, type Sunset, SUNSETS } from './sunset.js'
import { verifyBundle } from './verify-bundle.js'

/** Why something ages when it does. */
export type Because =
  | { readonly cause: 'certificate'; readonly of: string }
  | { readonly cause: 'algorithm'; readonly of: string; readonly source: string }

/** One time-stamp that is not renewed, and when it ages. */
export type AgeingToken = {
  readonly over: 'checkpoint' | 'renewal' | 'absence'
  /** Subject of the time-stamping authority's certificate, RFC 4514. */
  readonly authority: string
  readonly worth: Attestor['worth']
  /** The earlier of the end of its chain and the sunset of what it stands on, RFC 3339. */
  readonly ages: string
  readonly because: Because
}

export type BundleAgeing = {
  readonly package?: string
  readonly verdict: Verdict['verdict']
  readonly renewals: number
  /**
   * - `good`: can be renewed.
   * - `aged`: too late, at least for a part of it, by certificates or by the policy.
   * - `unstamped`: no time-stamp covers it, so that nothing can be renewed.
   */
  readonly state: 'good' | 'aged' | 'unstamped'
  /**
   * It must be renewed before, RFC 3339; of what is unstamped, when the first certificate of an authority in
   * it ends. Absent if nothing is there that could end.
   */
  readonly ages?: string
  readonly because?: Because
  /** Of the newest level, and of statements of absence where they are not renewed. */
  readonly tokens: readonly AgeingToken[]
  /** Of authorities and relays, for information: a time-stamp that covers them outlasts them. */
  readonly certificates: readonly { readonly authority: string; readonly until: string }[]
}

type Options = {
  /** The verifier's clock. */
  readonly at: Date
  readonly policy?: readonly Sunset[]
}

/**
 * When a bundle must be renewed. Only the newest time-stamps age: each at the end of its chain or at the
 * sunset of an algorithm that it stands on, whichever is first; what they cover when the last good one does.
 * Pure, as {@link verifyBundle}.
 *
 * @throws {@link CryptoError} as {@link verifyBundle}.
 */
export async function bundleAgeing(
  bundle: ProofBundle,
  trust: TrustList,
  { at, policy = SUNSETS }: Options,
): Promise<BundleAgeing> {
  const verdict = await verifyBundle(bundle, trust, { at })
  const groups = newestTokens(verdict).map((tokens) => tokens.map((one) => agedBy(one, policy)))
  const certificates = await certificatesOf(bundle)
  const about = {
    ...(verdict.package !== undefined && { package: verdict.package }),
    verdict: verdict.verdict,
    renewals: bundle.renewals?.length ?? 0,
    tokens: groups.flat(),
    certificates,
  }
  const [story] = groups
  if (!story?.some(({ worth }) => worth !== 'revoked')) {
    const [first] = certificates
    return {
      ...about,
      state: 'unstamped',
      ...(first && { ages: first.until, because: certificate(first.authority) }),
    }
  }
  // Of several time-stamps over one thing, the last is enough; each thing needs one.
  const lasts = groups.flatMap((tokens) => lastOf(tokens) ?? [])
  const [first] = lasts.toSorted(byAge)
  const isAged = lasts.some(({ worth, ages }) => worth === 'aged' || new Date(ages) < at)
  return {
    ...about,
    state: isAged ? 'aged' : 'good',
    ...(first && { ages: first.ages, because: first.because }),
  }
}

type Newest = { readonly over: AgeingToken['over']; readonly attestor: Attestor }

/** The tokens that no good one covers: those over the story first, then those over each absence. */
function newestTokens({ facts }: Verdict): readonly (readonly Newest[])[] {
  const stamped = facts.find(({ fact }) => fact === 'time-stamped')?.attestors ?? []
  const good = stamped.filter(({ worth }) => worth === 'good')
  const level = Math.max(...(good.length > 0 ? good : stamped).map(({ renewal }) => renewal))
  const over = level > 0 ? 'renewal' : 'checkpoint'
  const story = stamped.filter(({ renewal }) => renewal === level)
  const absences = facts.filter(({ fact }) => fact === 'absence-stated')
  return [
    story.map((attestor) => ({ over, attestor })),
    ...(level > 0 ? [] : absences).map(({ attestors = [] }) =>
      attestors.map((attestor) => ({ over: 'absence' as const, attestor })),
    ),
  ]
}

function agedBy({ over, attestor }: Newest, policy: readonly Sunset[]): AgeingToken {
  const { authority, worth, validUntil, strengths } = attestor
  const sunset = firstSunset(strengths, policy)
  const token = { over, authority, worth }
  if (!sunset || momentOf(sunset) >= new Date(validUntil)) {
    return { ...token, ages: validUntil, because: certificate(authority) }
  }
  const { algorithm, below, source } = sunset
  const of = below === undefined ? algorithm : `${algorithm} below ${below} bits`
  const because = { cause: 'algorithm', of, source } as const
  return { ...token, ages: momentOf(sunset).toISOString(), because }
}

const certificate = (of: string): Because => ({ cause: 'certificate', of })

const byAge = (a: AgeingToken, b: AgeingToken) => Date.parse(a.ages) - Date.parse(b.ages)

function lastOf(tokens: readonly AgeingToken[]): AgeingToken | undefined {
  const of = (worth: Attestor['worth']) =>
    tokens
      .filter((one) => one.worth === worth)
      .toSorted(byAge)
      .at(-1)
  return of('good') ?? of('aged')
}

/** Until when the chains of the entries last, the first to end first. */
async function certificatesOf(bundle: ProofBundle): Promise<BundleAgeing['certificates']> {
  const { entries } = await readPieces(bundle)
  const found = entries.map(async ({ statement, claims }) => {
    const { x5c = [] } = await readStatement(statement)
    const chain = await attempt(() => x5c.map((text) => readCertificate(text).notAfter.getTime()))
    if (!chain.ok || chain.value.length === 0) return []
    return [
      { authority: claims.authority, until: new Date(Math.min(...chain.value)).toISOString() },
    ]
  })
  return (await Promise.all(found)).flat().toSorted((a, b) => a.until.localeCompare(b.until))
}
