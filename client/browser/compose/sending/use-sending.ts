import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { noteUse } from '../../api/note-use.js'
import { useSignedIn } from '../../api/signed-in.js'
import { startWorker } from '../../platform/start-worker.js'
import type { Forwarding, Message, Order, Outgoing, Preparing, Work } from './messages.js'
import {
  afterMessage,
  afterStop,
  begun,
  goOnWith,
  leftBehind,
  type Sealed,
  type SendState,
} from './send-state.js'
import workerAddress from './send-worker.ts?worker&url'

/** One package on its way, in a worker of its own, that can be stopped. */
export function useSending() {
  const { identity, keys, unlocking } = useSignedIn()
  const queries = useQueryClient()
  const [state, setState] = useState<SendState | undefined>()
  const worker = useRef<Worker | undefined>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])

  function begin(work: Work, sealed?: Sealed): void {
    const own = startWorker(workerAddress)
    worker.current = own
    setState(begun(sealed))
    const end = (last: Message): void => {
      own.terminate()
      setState((before) => afterMessage(before, last))
      void queries.invalidateQueries({ queryKey: ['outgoing'] })
      void queries.invalidateQueries({ queryKey: ['mailbox'] })
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      // One that was sent is no more; what is shown of it stays until the page is left.
      if (last.kind === 'prepared') void queries.invalidateQueries({ queryKey: ['draft'] })
    }
    own.onmessage = ({ data }: MessageEvent<Message>) => {
      // What somebody has set going is not locked while it gets on.
      noteUse(identity.id)
      if (data.kind === 'done' || data.kind === 'prepared' || data.kind === 'failed') end(data)
      else setState((before) => afterMessage(before, data))
    }
    own.onerror = ({ message }) => end({ kind: 'failed', code: 'unknown', message })
    own.postMessage({ identity, keys, work, unlockedFor: unlocking.session } satisfies Order)
  }
  const left = leftBehind(state)

  return {
    state,
    /** What was sealed and has not arrived, as far as is known here. */
    left,
    seal: (outgoing: Outgoing) => begin({ seal: outgoing }),
    deliver: (id: string) => begin({ deliver: id }),
    prepare: (wanted: Preparing) => begin(wanted),
    sendDraft: (draft: string) => begin({ sendDraft: draft }),
    forward: (wanted: Forwarding) => begin({ forward: wanted }),
    /** Goes on with what is left. */
    again: () => left && begin(goOnWith(left), left),
    /** What was left is given up: the next is another package. */
    forget: () => setState(undefined),
    stop() {
      worker.current?.terminate()
      setState(afterStop)
      void queries.invalidateQueries({ queryKey: ['outgoing'] })
    },
  }
}
export type Sending = ReturnType<typeof useSending>
