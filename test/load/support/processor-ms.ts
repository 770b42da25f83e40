import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second for programs, whatever it counts in itself. */
const TICK_MS = 10

/**
 * The processor time that a process has used so far, in milliseconds, by all of its threads (proc_pid_stat(5),
 * `utime` and `stime`). What others do on the machine at the same time makes it a little longer, not many times.
 */
export function processorMs(pid: number): number {
  // The name before it may hold spaces and brackets; what comes after the last one are numbers.
  const [, figures = ''] = /\) \S (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
  const [utime = NaN, stime = NaN] = figures.split(' ').slice(10, 12).map(Number)
  return (utime + stime) * TICK_MS
}
