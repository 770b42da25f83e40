export { DURABLE } from './log/durable.js'

/** MongoDB's code for "a unique key is taken". */
export const DUPLICATE_KEY = 11000
