import type { Template } from '../format.js'
import { mlaRequest } from './mla-request.js'

/**
 * What was sent before templates had a form of their own: any members, nothing demanded. It stays, so
 * that those packages are read as they were meant, labelled where today's template has such a field.
 */
export const mlaRequestV1: Template = {
  ...mlaRequest,
  version: 1,
  rules: [],
  open: true,
  superseded: true,
}
