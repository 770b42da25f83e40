/** When the certificates and entries of the small world are in force. */
export const BEGIN = new Date('2026-01-01T00:00:00.000Z')
export const END = new Date('2027-12-31T23:59:59.000Z')

/** When things happen in it. */
export const NOW = new Date('2026-03-01T09:00:00.000Z')

/** A moment some seconds after another. */
export const after = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000)
