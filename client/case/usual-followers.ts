import type { OpeningId } from './acts.js'

/**
 * What usually follows a request in the same case: a preservation lapses without the request for the data, and an
 * arrest without the one for extradition. Any other may follow as well.
 */
const followers: Partial<Record<OpeningId, readonly OpeningId[]>> = {
  'data-preservation': ['mla-request'],
  'emergency-disclosure': ['mla-request'],
  'provisional-arrest': ['extradition-request'],
  'asset-freezing': ['mla-request'],
  'spontaneous-information': ['mla-request'],
  sounding: ['mla-request'],
}

export const usualFollowers = (opening: OpeningId): readonly OpeningId[] => followers[opening] ?? []
