import { endpoints } from '../../contract/endpoints.js'
import type { SubmitPackage } from '../../domain/packages/submit-package.js'
import { serveOfficer } from '../serve.js'

/** An envelope of its greatest length and the statements around it. */
const MAX_BODY_BYTES = 4 * 1024 * 1024
const STATUS = { accepted: 201, repeated: 200, rejected: 422 } as const

export const submitPackageRoute = (submitPackage: SubmitPackage) =>
  serveOfficer(
    endpoints.submitPackage,
    async (caller, { body }) => {
      const { outcome, evidence } = await submitPackage(caller, body)
      return { status: STATUS[outcome], body: { evidence } }
    },
    { maxBodyBytes: MAX_BODY_BYTES },
  )
