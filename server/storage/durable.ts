export { DURABLE } from './log/durable.js'

/** MongoDB's code for "a unique key is taken". */
export const DUPLICATE_KEY = 11000

/**
 * What is read is what a majority holds, as the primary knows it. A primary that has lost its majority, and does not
 * know it yet, would show writes that the next one takes back: a caller who asks again would be told of them as kept.
 */
export const SETTLED = { readPreference: 'primary', readConcernLevel: 'majority' } as const
