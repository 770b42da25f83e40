import { ClientError } from '../../core/client-error.js'
import { unfit } from './require-hardware.js'

/**
 * What WebAuthn's failure means to us, by the name of its DOMException. It tells on purpose not apart whether no key
 * was there, another one was, or its holder did not confirm; anything else comes back as it is.
 */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  switch (error.name) {
    case 'NotAllowedError':
    case 'AbortError':
    case 'UnknownError':
    case 'NotReadableError':
      return unanswered(error)
    case 'SecurityError':
      return elsewhere(error)
    case 'InvalidStateError':
      return new ClientError(
        'security-key-known',
        'the keystore is bound to this security key already',
        'Plug in another one.',
        { cause: error },
      )
    case 'NotSupportedError':
    case 'ConstraintError':
      return unfit('this security key or browser cannot do it', error)
    default:
      return error
  }
}

const unanswered = (cause: Error) =>
  new ClientError(
    'security-key-unanswered',
    'no security key answered',
    'Plug in a bound security key, touch it when it blinks, and enter its PIN.',
    { cause },
  )

/** For an address that credentials cannot be bound to, and for one that they are not bound to. */
export const elsewhere = (cause?: unknown) =>
  new ClientError(
    'security-key-address',
    'security keys are bound to the name of a host, and this page has another one or none',
    'Open the relay by its name.',
    { cause },
  )
