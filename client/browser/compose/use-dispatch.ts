import { useMutation } from '@tanstack/react-query'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { Draft } from '../../core/packages/draft.js'
import type { Template } from '../../templates/format.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { useSignedIn } from '../api/signed-in.js'
import { draftContent } from './draft-content.js'
import { useSending } from './sending/use-sending.js'
import type { DraftState } from './use-draft.js'
import type { Keeping } from './use-keeping.js'
import { writtenMoments } from './written-moments.js'

type DispatchProps = {
  readonly template: Template
  readonly draft: DraftState
  readonly to: readonly string[]
  readonly plan: Draft | undefined
  readonly judge: (() => Promise<Draft>) | undefined
  readonly before: DraftContent | undefined
  readonly keeping: Keeping
  /** How many further officers have to approve what the authority sends. */
  readonly needed: number
}

/**
 * What becomes of what is written: saved, submitted for approval, or sealed and sent. What was saved before is
 * sent as the draft that it is, so that a stop on the way leaves one draft, and not a draft and a package.
 */
export function useDispatch(props: DispatchProps) {
  const { template, draft, to, plan, judge, before, keeping, needed } = props
  const { session } = useSignedIn()
  const sending = useSending()
  const save = useMutation({
    mutationFn: async () =>
      keeping.saving.mutateAsync(
        await draftContent(session, { template, draft, to, plan, before }),
      ),
  })
  const documents = { files: draft.files, translated: draft.translated }
  const sendNow = () =>
    sending.seal({
      to,
      template: { id: template.id, version: template.version },
      form: withoutBlanks(draft.form),
      urgency: draft.urgency,
      marks: draft.marks,
      ...writtenMoments(draft),
      ...documents,
      ...(plan?.case && { case: plan.case }),
      ...(plan?.request && { request: plan.request }),
      ...(plan?.inReplyTo && { inReplyTo: plan.inReplyTo }),
    })
  const going = useMutation({
    mutationFn: async () => {
      // The case may have moved on while this was written.
      await judge?.()
      if (needed === 0 && keeping.place === undefined) {
        sendNow()
        return
      }
      const kept = await save.mutateAsync()
      if (kept.outcome === 'kept')
        sending.prepare({ prepare: kept.draft, ...documents, andSend: needed === 0 })
    },
  })
  const { state } = sending
  return {
    sending,
    needed,
    save: () => save.mutateAsync().catch(() => undefined),
    go: () => going.mutate(),
    isGoing: going.isPending,
    error: going.error,
    /** The version that was kept beside a colleague's, so that nothing was sent. */
    aside: save.data?.outcome === 'aside' ? save.data : undefined,
    isDone: state?.kind === 'done' || state?.kind === 'prepared',
  }
}
export type Dispatch = ReturnType<typeof useDispatch>
