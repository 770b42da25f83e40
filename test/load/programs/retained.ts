import { answerParent } from '../support/answer-parent.js'
import { retainedKiB } from '../support/retained-kib.js'

/** Loaded before a server of ours by `--import`, which so can be asked what it holds. */
answerParent({ retained: retainedKiB })
