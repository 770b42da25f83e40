import type { Message, Work } from './messages.js'

/** What is sealed by now and may have reached the relay: `draft` where it is sent as the draft that it is. */
export type Sealed = { readonly package: string; readonly draft?: string }

/** `sealed`, once it is there, is what a further try goes on with: nobody makes a second package of it. */
type OnTheWay = { readonly sealed?: Sealed | undefined }

export type SendState =
  | (OnTheWay & { readonly kind: 'working'; readonly at: Message | undefined })
  | (OnTheWay & { readonly kind: 'stopped' })
  | (OnTheWay & { readonly kind: 'failed'; readonly error: Error })
  | (Message & { readonly kind: 'done' | 'prepared' })

export const begun = (sealed?: Sealed): SendState => ({ kind: 'working', at: undefined, sealed })

/** What a message of the worker makes of it. */
export function afterMessage(before: SendState | undefined, message: Message): SendState {
  const sealed = sealedIn(before)
  switch (message.kind) {
    case 'done':
    case 'prepared':
      return message
    case 'failed':
      return { kind: 'failed', error: asError(message), sealed }
    case 'sealed':
      return { kind: 'working', at: message, sealed: sealedBy(message) }
    default:
      return { kind: 'working', at: message, sealed }
  }
}

export const afterStop = (before: SendState | undefined): SendState => ({
  kind: 'stopped',
  sealed: sealedIn(before),
})

/** What is sealed and neither done nor under way. */
export const leftBehind = (state: SendState | undefined): Sealed | undefined =>
  state?.kind === 'failed' || state?.kind === 'stopped' ? state.sealed : undefined

/** Asked again, the relay answers for the same package as before. */
export const goOnWith = ({ package: id, draft }: Sealed): Work =>
  draft === undefined ? { deliver: id } : { sendDraft: draft }

const sealedIn = (state: SendState | undefined): Sealed | undefined =>
  state !== undefined && 'sealed' in state ? state.sealed : undefined

const sealedBy = ({ package: id, draft }: Message & { readonly kind: 'sealed' }): Sealed => ({
  package: id,
  ...(draft !== undefined && { draft }),
})

/** An error that crossed from the worker: its code is what counts. */
const asError = ({ code, message }: { readonly code: string; readonly message: string }) =>
  Object.assign(new Error(message), { code })
