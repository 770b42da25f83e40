import type {
  HandoffStore,
  StoredHandoff,
  StoredHandoffAct,
  StoredHandoffEvidence,
} from '#server/domain/translation/handoff-store.js'
import { type MemoryStatements, memoryStatements } from './memory-statements.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryHandoffStore(
  { handoffs: logged }: Pick<MemoryStatements, 'handoffs'> = memoryStatements(),
): HandoffStore {
  const handoffs = new Map<string, StoredHandoff>()
  const acts: StoredHandoffAct[] = []
  const evidence: StoredHandoffEvidence[] = []
  const envelopes = new Map<string, string>()
  return {
    async keep(handoff) {
      await turn()
      const before = handoffs.get(handoff.handoff)
      if (before === undefined) handoffs.set(handoff.handoff, handoff)
      return before ?? handoff
    },
    async find(id) {
      await turn()
      return handoffs.get(id)
    },
    async list(whose, after, limit) {
      await turn()
      return [...handoffs.values()]
        .filter((one) =>
          'kid' in whose ? one.kids.includes(whose.kid) : one.authority === whose.authority,
        )
        .filter((one) => after === undefined || one.handoff > after)
        .sort((a, b) => (a.handoff < b.handoff ? -1 : 1))
        .slice(0, limit)
    },
    async keepAct(act) {
      await turn()
      if (acts.some(({ digest }) => digest === act.digest)) return
      const kept = { ...act, index: null }
      acts.push(kept)
      logged.push(kept)
    },
    async acts(id) {
      await turn()
      return acts.filter(({ handoff }) => handoff === id)
    },
    async keepEvidence(added) {
      await turn()
      const same = evidence.filter(({ handoff }) => handoff === added.handoff)
      const before = same.find(({ step }) => step === added.step)
      if (before !== undefined) return before
      if (same.some(({ sequence }) => sequence === added.sequence)) return 'taken'
      const kept = { ...added, index: null }
      evidence.push(kept)
      logged.push(kept)
      return kept
    },
    async chain(id) {
      await turn()
      return evidence
        .filter(({ handoff }) => handoff === id)
        .sort((a, b) => a.sequence - b.sequence)
    },
    async keepEnvelope(id, digest, envelope) {
      await turn()
      const key = `${id}/${digest}`
      if (!envelopes.has(key)) envelopes.set(key, envelope)
    },
    async envelope(id, digest) {
      await turn()
      return envelopes.get(`${id}/${digest}`)
    },
    async ofPackage(id) {
      await turn()
      return [...handoffs.values()].filter((one) => one.package === id)
    },
    async withCopies(until, after, limit) {
      await turn()
      return [...handoffs.values()]
        .filter(({ content, keptAt }) => content === 'kept' && keptAt <= until)
        .filter(({ handoff }) => after === undefined || handoff > after)
        .sort((a, b) => (a.handoff < b.handoff ? -1 : 1))
        .slice(0, limit)
    },
    async noteDeleted(id) {
      await turn()
      const kept = handoffs.get(id)
      if (kept !== undefined) handoffs.set(id, { ...kept, content: 'deleted' })
    },
    async removeEnvelopes(id) {
      await turn()
      for (const key of envelopes.keys()) if (key.startsWith(`${id}/`)) envelopes.delete(key)
    },
    async everyAct(after, limit) {
      await turn()
      return acts
        .filter(({ digest }) => after === undefined || digest > after)
        .sort((a, b) => (a.digest < b.digest ? -1 : 1))
        .slice(0, limit)
    },
  }
}
