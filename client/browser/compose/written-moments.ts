import type { Draft } from '../../core/packages/draft.js'
import type { DraftState } from './use-draft.js'

type Written = Pick<DraftState, 'notBefore' | 'expires'>

/** When what is on the page is delivered at the earliest, and until when, where it says so. */
export const writtenMoments = ({
  notBefore,
  expires,
}: Written): Pick<Draft, 'notBefore' | 'expires'> => ({
  ...(notBefore !== '' && { notBefore: new Date(notBefore) }),
  ...(expires !== '' && { expires: new Date(expires) }),
})
