/** Runs, or awaits, what must refuse, and hands back the code of its refusal. Any other failure passes through. */
export async function codeOf(act: (() => unknown) | Promise<unknown>): Promise<string> {
  try {
    await (typeof act === 'function' ? act() : act)
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      return error.code
    }
    throw error
  }
  return 'nothing was refused'
}
