import { z } from 'zod'
import { parseFile } from './parse-file.js'

const Bound = z.object({ format: z.literal('rogatory-bound-keystore') })

/** Whether a text says of itself that it is a bound keystore; reading it may refuse it all the same. */
export const isBoundKeystore = (file: string): boolean =>
  Bound.safeParse(parseFile(() => file)).success
