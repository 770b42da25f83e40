/**
 * The configuration file of the server we start.
 *
 * Append-only file and `noeviction`, as queues demand; loopback only and behind a password, as a
 * loopback port is open to every user of the machine.
 */
export function redisConfiguration(settings: {
  readonly folder: string
  readonly port: number
  readonly password: string
}): string {
  return [
    'bind 127.0.0.1',
    'protected-mode yes',
    `port ${settings.port}`,
    `requirepass ${settings.password}`,
    `dir ${quoted(settings.folder)}`,
    'daemonize no',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n')
}

/** redis.conf reads double-quoted strings with the escapes that JSON uses for these characters. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
