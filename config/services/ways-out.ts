import { ConfigurationError } from '../configuration-error.js'

/** What cannot be provided here, why, and the three ways out for whoever reads it. */
export function waysOut(
  service: 'MongoDB' | 'Redis',
  reason: string,
  platform: NodeJS.Platform = process.platform,
): ConfigurationError {
  const variable = service === 'MongoDB' ? 'MONGODB_URI' : 'REDIS_URL'
  return new ConfigurationError(
    `${service} cannot be provided on this machine: ${reason}. Any of:`,
    [
      'start both with docker compose up -d, and set the two addresses that compose.yaml names',
      `install it: ${installation(service, platform)}`,
      `name a running one: ${variable}=${service === 'MongoDB' ? 'mongodb://host:27017/rogatory' : 'redis://host:6379'}`,
    ],
  )
}

function installation(service: 'MongoDB' | 'Redis', platform: NodeJS.Platform): string {
  if (platform === 'darwin') {
    return service === 'Redis'
      ? 'brew install redis'
      : 'brew tap mongodb/brew && brew install mongodb-community'
  }
  return service === 'Redis'
    ? 'sudo apt-get install redis-server, sudo dnf install valkey, or sudo apk add valkey'
    : 'a mongod from the distribution or from MongoDB, on PATH'
}
