import { parseArgs } from 'node:util'

const USAGE = `npm start -- [options]
  --port N      listen on this port (RELAY_PORT; 8080 unless it is taken on the first start)
  --no-example  do not enrol the example authorities
  --example     enrol them even though MONGODB_URI and REDIS_URL name services of your own
  --quiet       print nothing but what went wrong`

/** Reads the flags of `npm start`; a wrong one is said, with all there are, and ends the process with 2. */
export function startFlags(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        example: { type: 'boolean', default: false },
        'no-example': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(USAGE)
      process.exit(0)
    }
    const port = values.port === undefined ? undefined : portOf(values.port)
    const example = values['no-example'] ? false : values.example ? true : undefined
    return { port, example, quiet: values.quiet }
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`)
    process.exit(2)
  }
}

function portOf(text) {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, not ${text}`)
  }
  return port
}
