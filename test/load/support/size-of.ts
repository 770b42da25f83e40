/**
 * A size of a benchmark, which an environment variable may change: `BENCH_FILE_MB=100 npm run bench`.
 *
 * @throws TypeError when it is set to anything but a whole number above 0.
 */
export function sizeOf(name: string, fallback: number): number {
  const given = process.env[name]
  if (given === undefined || given === '') return fallback
  if (/^[1-9]\d{0,9}$/.test(given)) return Number(given)
  throw new TypeError(`${name} must be a whole number above 0`)
}
