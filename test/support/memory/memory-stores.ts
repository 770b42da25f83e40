import type { StatusStore, StoredStatus } from '#server/domain/directory/certificate-status.js'
import type { Departure, DepartureStore } from '#server/domain/directory/departure-store.js'
import type { KeyClaims } from '#server/domain/directory/key-claims.js'
import type { Deletion, DeletionStore } from '#server/domain/retention/deletion-store.js'
import type { EnrolmentStore, StoredEnrolment } from '#server/domain/enrolment/enrolment-store.js'
import type {
  HandoverStore,
  ListedPackage,
  PackageContents,
  PackageStore,
  StoredPackage,
  VaultStore,
} from '#server/domain/ports.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryPackageStore(packages: StoredPackage[] = []): PackageContents & PackageStore {
  return {
    async keep(pkg) {
      await turn()
      const before = packages.find((one) => one.package === pkg.package)
      if (before === undefined) packages.push(pkg)
      return before ?? pkg
    },
    async find(id) {
      await turn()
      return packages.find((one) => one.package === id)
    },
    async findByHeader(digest) {
      await turn()
      const found = packages.find((one) => one.digest === digest)
      if (found === undefined) return undefined
      return { ...asListed(found), approvals: found.approvals }
    },
    async withContent(until, after, limit) {
      await turn()
      const isYounger = (one: StoredPackage) =>
        after === undefined ||
        one.keptAt > after.keptAt ||
        (one.keptAt.getTime() === after.keptAt.getTime() && one.package > after.package)
      return packages
        .filter((one) => one.contentDeletedAt === undefined && one.keptAt <= until)
        .filter(isYounger)
        .sort((a, b) => a.keptAt.getTime() - b.keptAt.getTime() || (a.package < b.package ? -1 : 1))
        .slice(0, limit)
        .map(asListed)
    },
    async removeEnvelope(header, at) {
      await turn()
      const place = packages.findIndex(({ digest }) => digest === header)
      const pkg = packages[place]
      if (pkg === undefined || pkg.contentDeletedAt !== undefined) return
      packages[place] = { ...pkg, envelope: '', contentDeletedAt: at }
    },
    async removeOriginal(header, at) {
      await turn()
      const place = packages.findIndex(({ digest }) => digest === header)
      const pkg = packages[place]
      if (pkg === undefined || pkg.originalDeletedAt !== undefined) return
      packages[place] = { ...pkg, envelope: '', originalDeletedAt: at }
    },
    async noteResealed(header, authority) {
      await turn()
      const place = packages.findIndex(({ digest }) => digest === header)
      const pkg = packages[place]
      if (pkg === undefined) return
      packages[place] = { ...pkg, resealedBy: [...new Set([...(pkg.resealedBy ?? []), authority])] }
    },
    async page(box, authority, after, limit, only = {}) {
      await turn()
      const isOlder = (one: StoredPackage) =>
        after === undefined ||
        one.keptAt < after.keptAt ||
        (one.keptAt.getTime() === after.keptAt.getTime() && one.package < after.package)
      return packages
        .filter((one) =>
          box === 'sent' ? one.sender === authority : one.recipients.includes(authority),
        )
        .filter((one) => only.case === undefined || one.case === only.case)
        .filter(({ urgency }) => only.urgency?.some((wanted) => wanted === urgency) ?? true)
        .filter(isOlder)
        .sort((a, b) => b.keptAt.getTime() - a.keptAt.getTime() || (a.package < b.package ? 1 : -1))
        .slice(0, limit)
        .map(asListed)
    },
  }
}

function asListed(pkg: StoredPackage): ListedPackage {
  const { package: id, digest, sender, recipients, header, credential, keptAt } = pkg
  const { contentDeletedAt, originalDeletedAt, resealedBy, case: ofCase, urgency } = pkg
  return {
    package: id,
    digest,
    sender,
    recipients,
    header,
    credential,
    keptAt,
    ...(ofCase && { case: ofCase }),
    ...(urgency && { urgency }),
    ...(contentDeletedAt && { contentDeletedAt }),
    ...(originalDeletedAt && { originalDeletedAt }),
    ...(resealedBy && { resealedBy }),
  }
}

export function memoryDepartureStore(): DepartureStore {
  const departures = new Map<string, Departure>()
  return {
    async last(authority) {
      await turn()
      return departures.get(authority)
    },
    async reserve(authority, departure) {
      await turn()
      if ((departures.get(authority)?.turn ?? 0) !== departure.turn - 1) return false
      departures.set(authority, departure)
      return true
    },
  }
}

export function memoryKeyClaims(): KeyClaims {
  const claimed = new Map<string, Awaited<ReturnType<KeyClaims['claim']>>>()
  return {
    async claim(kid, authority) {
      await turn()
      const held = claimed.get(kid) ?? authority
      claimed.set(kid, held)
      return held
    },
  }
}

export function memoryDeletionStore(): DeletionStore {
  const kept = new Map<string, { deletion: Deletion; process: string; isBegun: boolean }>()
  return {
    async intend(deletion, process) {
      await turn()
      if (kept.get(deletion.header)?.isBegun === true) return false
      kept.set(deletion.header, { deletion, process, isBegun: false })
      return true
    },
    async begin(header, process) {
      await turn()
      const mine = kept.get(header)
      if (mine === undefined || mine.isBegun || mine.process !== process) return false
      kept.set(header, { ...mine, isBegun: true })
      return true
    },
    async withdrawIntended() {
      await turn()
      for (const [header, { isBegun }] of kept) if (!isBegun) kept.delete(header)
    },
    async begun() {
      await turn()
      return [...kept.values()].filter(({ isBegun }) => isBegun).map(({ deletion }) => deletion)
    },
    async done(header) {
      await turn()
      kept.delete(header)
    },
  }
}

export function memoryVaultStore(): VaultStore {
  const vaults = new Map<string, string[]>()
  return {
    async current(authority) {
      await turn()
      const versions = vaults.get(authority) ?? []
      const vault = versions.at(-1)
      return vault === undefined ? undefined : { version: versions.length, vault }
    },
    async keep(authority, version, vault) {
      await turn()
      const versions = vaults.get(authority) ?? []
      vaults.set(authority, versions)
      versions[version - 1] ??= vault
      return versions[version - 1] === vault
    },
    async removeBefore(authority, version) {
      await turn()
      const versions = vaults.get(authority) ?? []
      for (let i = 0; i < version - 1; i++) Reflect.deleteProperty(versions, i)
    },
  }
}

export function memoryHandoverStore(): HandoverStore {
  const served = new Map<string, Set<string>>()
  return {
    async record(header, recipient, blob) {
      await turn()
      const name = `${header}/${recipient}`
      const blobs = (served.get(name) ?? new Set()).add(blob)
      served.set(name, blobs)
      return [...blobs]
    },
  }
}

export function memoryEnrolmentStore(): EnrolmentStore {
  const kept: StoredEnrolment[] = []
  const some = async (isIt: (one: StoredEnrolment) => boolean) => {
    await turn()
    return kept.find(isIt)
  }
  return {
    async keep(enrolment) {
      await turn()
      const same = kept.find((one) => one.invitationDigest === enrolment.invitationDigest)
      if (same !== undefined) return same
      const fresh = { ...enrolment, decision: null, certificate: null }
      kept.push(fresh)
      return fresh
    },
    findByInvitation: (digest) => some((one) => one.invitationDigest === digest),
    find: (digest) => some((one) => one.digest === digest),
    async decide(digest, decision) {
      await turn()
      const place = kept.findIndex((one) => one.digest === digest)
      const before = kept[place]
      if (before?.decision === null) kept[place] = { ...before, ...decision }
      return kept[place]
    },
    async undecided(limit) {
      await turn()
      return kept
        .filter(({ decision }) => decision === null)
        .sort((a, b) => a.keptAt.getTime() - b.keptAt.getTime())
        .slice(0, limit)
    },
    isApproved: async (authority, certificate) =>
      (await some((one) => one.authority === authority && one.certificate === certificate)) !==
      undefined,
  }
}

export function memoryStatusStore(): StatusStore {
  const kept = new Map<string, StoredStatus>()
  return {
    async find(certificates) {
      await turn()
      return certificates.flatMap((one) => kept.get(one) ?? [])
    },
    async keep(status) {
      await turn()
      const before = kept.get(status.certificate)
      if (before === undefined || before.thisUpdate < status.thisUpdate) {
        kept.set(status.certificate, status)
      }
    },
  }
}
