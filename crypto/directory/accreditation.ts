import { z } from 'zod'
import { text } from '../fields/fields.js'

/** Who recognises a translator, and under what number. */
export const Accreditation = z.strictObject({ body: text(200), number: text(80) })
export type Accreditation = z.infer<typeof Accreditation>
