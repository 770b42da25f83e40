/**
 * Preloaded (node --import) into every process that the supervisor starts: when the supervisor is
 * gone, however it died, the process ends. One that closes in order (`--supervised`: relay and
 * workers watch the channel themselves, config/parent-watch.ts) gets time for it, others do not.
 */
const graceMs = process.argv.includes('--supervised')
  ? 1000 * (Number(process.env['SHUTDOWN_GRACE_SECONDS']) || 20)
  : 0
process.once('disconnect', () => (graceMs === 0 ? process.exit(1) : expire()))
process.channel?.unref()

function expire() {
  setTimeout(() => process.exit(1), graceMs).unref()
}
