import { expect } from 'chai'
import fc from 'fast-check'
import { actIds, caseStates, FINAL, openings } from '#client/case/acts.js'
import type { CasePackage, CaseView } from '#client/case/case-view.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { deriveCase } from '#client/case/derive-case.js'
import { CASE, caseWorld, xa, xb, xc, xd } from '#test/support/case/case-world.js'

const parties = [xa, xb, xc, xd]
const template = fc.constantFrom(...actIds, ...Object.keys(openings), 'invention')
/** Anything that anybody, honest or hostile, may do; `place` picks what it is about. */
const move = fc.oneof(
  fc.record({
    kind: fc.constant('send' as const),
    from: fc.constantFrom(...parties),
    to: fc.subarray(parties, { minLength: 1 }),
    template,
    place: fc.nat(),
    replies: fc.boolean(),
    forged: fc.boolean(),
    form: fc.record(
      {
        scope: fc.constantFrom('part', 'whole'),
        agreed: fc.boolean(),
        authority: fc.constantFrom<string>(...parties, 'no authority'),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('state' as const),
    code: fc.constantFrom('C.3', 'C.4', 'C.5', 'D.1', 'K.2'),
    recipient: fc.constantFrom(...parties),
    place: fc.nat(),
  }),
)
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

function play(moves: readonly Move[]): readonly CasePackage[] {
  const world = caseWorld()
  world.send({ from: xa, to: [xb, xc], template: 'mla-request' })
  for (const one of moves) {
    const about = world.packages[one.place % world.packages.length]
    if (about === undefined) throw new TypeError('there is one at least')
    if (one.kind === 'state') world.state(about, one.code, one.recipient)
    else {
      const cause = one.forged ? { ...about, header: 'f'.repeat(64) } : about
      const to = one.to.filter((authority) => authority !== one.from)
      world.send({ ...one, to, ...(one.replies && { replyTo: cause }) })
    }
  }
  return world.packages
}

/** Belmara redirects the request to a further authority: by chance alone it hardly ever does. */
const REDIRECTED: readonly Move[] = [
  { kind: 'state', code: 'C.3', recipient: xb, place: 0 },
  {
    kind: 'send',
    from: xb,
    to: [xa],
    template: 'redirection',
    place: 0,
    replies: true,
    forged: false,
    form: { authority: xd },
  },
]

/** The history as far as it was in the log once. */
const until = (packages: readonly CasePackage[], index: number): readonly CasePackage[] =>
  packages.map((pkg) => ({
    ...pkg,
    evidence: pkg.evidence.filter((one) => (one.index ?? 0) <= index),
  }))

const threadsOf = (view: CaseView) =>
  view.requests.flatMap((request) =>
    request.threads.map((thread) => ({ ...thread, name: request.package + thread.counterpart })),
  )

/** What the relay shows an authority: what it sent or was sent, and the evidence that concerns it. */
const shownTo = (side: AuthorityId, packages: readonly CasePackage[]): readonly CasePackage[] =>
  packages
    .filter(({ manifest: { sender, recipients } }) =>
      [sender, ...recipients.map(({ authority }) => authority)].includes(side),
    )
    .map((pkg) => ({
      ...pkg,
      evidence: pkg.evidence.filter(
        ({ recipient }) => recipient === null || recipient === side || pkg.manifest.sender === side,
      ),
    }))

/** Threads with that side in requests of Arcadia which were addressed to it. */
const threadsBetween = (side: AuthorityId, view: CaseView) =>
  view.requests
    .filter(({ requesting }) => requesting === xa)
    .flatMap(({ package: name, threads }) =>
      threads
        .filter(({ counterpart, via }) => counterpart === side && via === null)
        .map((thread) => ({ ...thread, request: name })),
    )

/** From each state the next, as product and protocol have it, written down once more. */
const LEGAL: Readonly<Record<string, string>> = {
  '': 'submitted',
  submitted:
    'acknowledged rejected expired withdrawn registered redirected closed under-review supplement-requested accepted accepted-with-conditions postponed refused',
  acknowledged:
    'registered under-review supplement-requested accepted accepted-with-conditions refused postponed redirected withdrawn closed',
  registered:
    'under-review supplement-requested accepted accepted-with-conditions refused postponed redirected withdrawn closed',
  'supplement-requested':
    'supplement-requested supplemented accepted accepted-with-conditions refused postponed redirected withdrawn in-execution partially-executed executed',
  supplemented:
    'under-review supplement-requested accepted accepted-with-conditions refused postponed redirected withdrawn in-execution partially-executed',
  'under-review':
    'supplement-requested accepted accepted-with-conditions refused postponed redirected withdrawn in-execution partially-executed',
  accepted: 'in-execution',
  'accepted-with-conditions':
    'accepted-with-conditions conditions-agreed refused postponed withdrawn',
  'conditions-agreed': 'in-execution',
  postponed: 'resumed refused withdrawn',
  resumed:
    'accepted accepted-with-conditions refused postponed redirected withdrawn supplement-requested in-execution partially-executed',
  'in-execution': 'partially-executed executed refused postponed withdrawn supplement-requested',
  'partially-executed':
    'partially-executed executed refused postponed withdrawn supplement-requested',
  executed: 'closed withdrawn',
  refused: 'closed withdrawn',
}

describe('a case, whatever anybody does', () => {
  const history = fc.array(move, { maxLength: 40 }).map(play)
  const redirected = fc
    .tuple(fc.array(move, { maxLength: 6 }), fc.array(move, { maxLength: 30 }))
    .map(([before, after]) => play([...before, ...REDIRECTED, ...after]))

  it('is the same, in whatever order packages and evidence come', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (packages, random) => {
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => ({ one, place: random.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ one }) => one)
        const other = shuffled(packages).map((pkg) => ({
          ...pkg,
          evidence: shuffled(pkg.evidence),
        }))
        expect(deriveCase(CASE, [...other, ...shuffled(other)])).to.deep.equal(
          deriveCase(CASE, packages),
        )
      }),
    )
  })

  it('is the same for both sides of a thread, each from what it was shown', () => {
    fc.assert(
      fc.property(history, (packages) => {
        const whole = deriveCase(CASE, shownTo(xa, packages), xa)
        for (const side of [xb, xc]) {
          const theirs = threadsBetween(side, deriveCase(CASE, shownTo(side, packages), side))
          expect(theirs).to.deep.equal(threadsBetween(side, whole))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the same for whoever it was passed on to, from what was forwarded and what it was shown', () => {
    let passedOn = 0
    fc.assert(
      fc.property(redirected, (packages) => {
        const whole = deriveCase(CASE, shownTo(xa, packages), xa)
        for (const { package: name, requesting, threads } of whole.requests) {
          const ours = threads.find(({ counterpart, via }) => counterpart === xd && via !== null)
          if (requesting !== xa || ours?.via == null) continue
          const [first] = ours.timeline
          const forwarded = shownTo(ours.via, packages).filter(({ manifest: m }) =>
            [name, first?.package].includes(m.package),
          )
          const [opened, redirection] = forwarded
          // What the client sends is about the request itself: nothing else is known there.
          if (redirection?.manifest.inReplyTo?.package !== name || opened === undefined) continue
          const inReplyTo = null
          const told = [
            { ...opened, manifest: { ...opened.manifest, inReplyTo } },
            redirection,
            // Copies of what was said between others tell it a part of their story.
            ...shownTo(xd, packages).filter(({ manifest: { sender } }) =>
              [xa, xd].includes(sender),
            ),
          ]
          const theirs = deriveCase(CASE, told, xd).requests.find((one) => one.package === name)
          expect(theirs?.threads).to.deep.equal([ours])
          passedOn += 1
        }
      }),
      { numRuns: 500 },
    )
    expect(passedOn).to.be.greaterThan(100)
  })

  it('only grows: what was final stays, and no timeline is rewritten', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (packages, index) => {
        const before = threadsOf(deriveCase(CASE, until(packages, index)))
        const after = new Map(threadsOf(deriveCase(CASE, packages)).map((one) => [one.name, one]))
        for (const thread of before) {
          const later = after.get(thread.name)
          expect(later?.timeline.slice(0, thread.timeline.length)).to.deep.equal(thread.timeline)
          if (
            thread.final &&
            !later?.timeline.slice(thread.timeline.length).every(({ state }) => state === null)
          ) {
            expect.fail('a final state was left')
          }
          if (thread.final) expect(later?.state).to.equal(thread.state)
        }
      }),
    )
  })

  it('reaches no state but by a legal step, and each act either counts or is listed', () => {
    fc.assert(
      fc.property(history, (packages) => {
        const view = deriveCase(CASE, packages)
        for (const { timeline, state, final } of threadsOf(view)) {
          expect(final).to.equal(FINAL.includes(state))
          let at = ''
          for (const item of timeline) {
            if (item.state === null) continue
            expect(caseStates).to.include(item.state)
            expect((LEGAL[at] ?? '').split(' '), `${at} to ${item.state}`).to.include(item.state)
            at = item.state
          }
          expect(at).to.equal(state)
        }
        const counted = new Set(
          threadsOf(view).flatMap(({ timeline }) => timeline.map((item) => item.package)),
        )
        const listed = new Set(view.illegal.map((act) => act.package))
        for (const { manifest } of packages.filter(({ manifest: m }) => m.recipients.length > 0)) {
          expect(counted.has(manifest.package) !== listed.has(manifest.package)).to.equal(true)
        }
      }),
    )
  })

  it('never lets an outsider, or the wrong side, move anything', () => {
    fc.assert(
      fc.property(history, (packages) => {
        for (const request of deriveCase(CASE, packages).requests) {
          for (const { counterpart, timeline } of request.threads) {
            for (const { by, what } of timeline) {
              const parties = [request.requesting, counterpart]
              if (what !== 'redirection') expect(parties).to.include(by)
            }
          }
        }
      }),
    )
  })

  it('offers exactly the acts that would be taken', () => {
    fc.assert(
      fc.property(history, template, (packages, wanted) => {
        const view = deriveCase(CASE, packages)
        const [request] = view.requests
        const [thread] = request?.threads ?? []
        const opening = packages.find(({ header }) => header === request?.header)
        if (request === undefined || thread === undefined || opening === undefined) return
        const act = actIds.find((one) => one === wanted)
        if (act === undefined) return
        const world = caseWorld()
        const from = thread.counterpart
        const last = packages.flatMap(({ evidence }) => evidence).length
        for (let i = 0; i < last; i++) world.send({ from: xd, to: [xa], template: 'invention' })
        const sent = world.send({ from, to: [request.requesting], template: act, replyTo: opening })
        const name = { ...sent, manifest: { ...sent.manifest, package: opening.manifest.package } }
        const after = deriveCase(CASE, [
          ...packages,
          { ...sent, header: 'e'.repeat(64), manifest: { ...name.manifest, package: ID } },
        ])
        const isListed = after.illegal.some((one) => one.package === ID)
        expect(thread.next.requested.includes(act)).to.equal(!isListed)
      }),
    )
  })
})

const ID = caseWorld()
  .send({ from: xa, to: [xb], template: 'sounding' })
  .manifest.package.replace(/.{12}$/, 'ffffffffffff') as CasePackage['manifest']['package']
