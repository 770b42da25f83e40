const QUARTER = 25

/** The last quarter that was reached. @param percent - of a hundred */
export const quarterOf = (percent: number): number => Math.floor(percent / QUARTER) * QUARTER
