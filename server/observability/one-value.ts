import type { Metric } from './metrics.js'

/** A gauge of one value. */
export const oneValue = (
  name: string,
  help: string,
  read: () => number | Promise<number>,
): Metric => ({
  name,
  help,
  labels: [],
  read: async () => [{ labels: {}, value: await read() }],
})
