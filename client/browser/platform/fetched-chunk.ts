import { ClientError } from '../../core/client-error.js'

/** A line that broke for a moment is there again. */
const AGAIN_MS = 1_000

type Means = {
  /** Whether the relay serves another version of the page by now. */
  readonly isOutdated: () => Promise<boolean>
  readonly againMs: number
}

/**
 * Fetches code or texts of the page. Tried twice: most of what fails here is a line that was away for a moment.
 *
 * @throws ClientError `page-outdated` where the page was replaced by another version, which has no such file any more;
 *   `relay-unreachable`
 */
export async function fetchedChunk<T>(
  load: () => Promise<T>,
  { isOutdated, againMs }: Means = { isOutdated: isPageOutdated, againMs: AGAIN_MS },
): Promise<T> {
  try {
    return await load()
  } catch {
    await new Promise((resolve) => setTimeout(resolve, againMs))
  }
  try {
    return await load()
  } catch (cause) {
    throw (await isOutdated().catch(() => false)) ? outdated(cause) : unreachable(cause)
  }
}

/** The page is asked for anew each time, and names its script by the digest of what is in it. */
async function isPageOutdated(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src
  if (script === undefined) return false
  const name = new URL(script).pathname.split('/').at(-1) ?? ''
  const answer = await fetch('./', { cache: 'no-store' })
  return answer.ok && !(await answer.text()).includes(name)
}

const outdated = (cause: unknown) =>
  new ClientError('page-outdated', 'the relay serves a newer page', 'Load the page again.', {
    cause,
  })
const unreachable = (cause: unknown) =>
  new ClientError(
    'relay-unreachable',
    'a part of the page could not be fetched',
    'Check the network, then try again.',
    { cause },
  )
