import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells a process apart from a later one with the same id: when it started. Undefined when
 * there is no such process (a zombie counts as gone: it holds nothing any more).
 */
export function identityOf(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

/** proc(5): the second field is in parentheses and may itself hold both spaces and parentheses. */
function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : started
  } catch {
    return undefined
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const answer = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    })
    return answer.trim().startsWith('Z') ? undefined : answer.trim().replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}
