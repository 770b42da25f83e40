import { contentOfHandOffs } from './0001-content-of-hand-offs.js'
import { caseOfPackages } from './0002-case-of-packages.js'
import type { Migration } from './migration.js'

/** All there ever were, oldest first; each is begun when those before it have ended. None is changed or dropped once it was released. */
export const migrations: readonly Migration[] = [contentOfHandOffs, caseOfPackages]
