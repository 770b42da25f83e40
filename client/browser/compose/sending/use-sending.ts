import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSignedIn } from '../../api/signed-in.js'
import { startWorker } from '../../platform/start-worker.js'
import type { Forwarding, Message, Order, Outgoing, Preparing, Work } from './messages.js'
import workerAddress from './send-worker.ts?worker&url'

export type SendState =
  | { readonly kind: 'working'; readonly at: Message | undefined }
  | { readonly kind: 'stopped' }
  | (Message & { readonly kind: 'done' | 'prepared' })
  | { readonly kind: 'failed'; readonly error: Error }

/** One package on its way, in a worker of its own, that can be stopped. */
export function useSending() {
  const { identity, keys, unlocking } = useSignedIn()
  const queries = useQueryClient()
  const [state, setState] = useState<SendState | undefined>()
  const worker = useRef<Worker | undefined>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])

  function begin(work: Work): void {
    const own = startWorker(workerAddress)
    worker.current = own
    setState({ kind: 'working', at: undefined })
    const end = (last: SendState): void => {
      own.terminate()
      setState(last)
      void queries.invalidateQueries({ queryKey: ['outgoing'] })
      void queries.invalidateQueries({ queryKey: ['mailbox'] })
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      // One that was sent is no more; what is shown of it stays until the page is left.
      if (last.kind === 'prepared') void queries.invalidateQueries({ queryKey: ['draft'] })
    }
    own.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'done' || data.kind === 'prepared') end(data)
      else if (data.kind === 'failed') end({ kind: 'failed', error: asError(data) })
      else setState({ kind: 'working', at: data })
    }
    own.onerror = ({ message }) => end({ kind: 'failed', error: new Error(message) })
    own.postMessage({ identity, keys, work, unlockedFor: unlocking.session } satisfies Order)
  }

  return {
    state,
    seal: (outgoing: Outgoing) => begin({ seal: outgoing }),
    deliver: (id: string) => begin({ deliver: id }),
    prepare: (wanted: Preparing) => begin(wanted),
    sendDraft: (draft: string) => begin({ sendDraft: draft }),
    forward: (wanted: Forwarding) => begin({ forward: wanted }),
    stop() {
      worker.current?.terminate()
      setState({ kind: 'stopped' })
      void queries.invalidateQueries({ queryKey: ['outgoing'] })
    },
  }
}
export type Sending = ReturnType<typeof useSending>

/** An error that crossed from the worker: its code is what counts. */
const asError = ({ code, message }: { readonly code: string; readonly message: string }) =>
  Object.assign(new Error(message), { code })
