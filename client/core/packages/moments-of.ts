import type { Draft } from './draft.js'

type Moments = Pick<Draft, 'notBefore' | 'expires'>

/** When the recipient can have it at the earliest. */
export const deliveredFrom = ({ notBefore }: Pick<Draft, 'notBefore'>, now: Date): Date =>
  notBefore !== undefined && notBefore > now ? notBefore : now

/** Whether there is time between its delivery and its end: else nobody could ever open it. */
export const isDeliverable = (draft: Moments, now: Date): boolean =>
  draft.expires === undefined || draft.expires > deliveredFrom(draft, now)
