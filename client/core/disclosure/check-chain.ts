import type { CheckedPackage } from './check-package.js'
import type { DisclosureIndex } from './disclosure-index.js'
import type { PackFinding } from './pack-finding.js'

/**
 * Whatever a disclosed package answers is in the pack, or named as absent with the reason. What nothing here refers to can
 * be left out unseen: the log keeps no list of a case, and the relay's is nobody else's business.
 */
export function checkChain(
  { packages, absent }: DisclosureIndex,
  checked: readonly CheckedPackage[],
): readonly PackFinding[] {
  const named = new Set([...packages, ...absent].map((one) => one.package))
  const findings: PackFinding[] = []
  for (const { package: id, answers } of checked) {
    if (answers === null || named.has(answers)) continue
    findings.push({
      code: 'chain-missing',
      about: answers,
      text: `package ${id} answers it, and the pack neither holds it nor says why not`,
    })
  }
  const seen = new Set<string>()
  for (const { package: id } of packages) {
    if (seen.has(id))
      findings.push({ code: 'package-other', about: id, text: 'it is listed twice' })
    seen.add(id)
  }
  return findings
}
