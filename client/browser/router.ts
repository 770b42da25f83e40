import type { ComponentType } from 'react'
import type { Role } from '#crypto/directory/officer-credential.js'
import { permissions } from '#server/contract/permissions.js'
import { WRITERS } from './api/writers.js'
import { sayEverything } from './languages/start-languages.js'
import { type ScreenView, screenView } from './shell/screen-view.js'

/** A screen: where it is, who sees it, and the chunk it is loaded from when somebody asks for it. */
export type Screen = {
  /** As wouter reads it, after the `#` of the address. */
  readonly path: string
  /** `public` screens are there before anybody signs in. */
  readonly access: 'public' | 'officer'
  readonly view: ScreenView
  /** Its place in the navigation: the text's key in `common`; for whom the relay answers what it asks. */
  readonly nav?: {
    readonly label:
      | 'inbox'
      | 'cases'
      | 'duty'
      | 'compose'
      | 'drafts'
      | 'translation'
      | 'directory'
      | 'authority'
      | 'proof'
    readonly roles?: readonly Role[]
  }
}

type Load<N extends string> = () => Promise<Record<N, ComponentType>>

/** A screen that one begins with: its texts are there with the page. */
const firstView = <N extends string>(load: Load<N>, name: N) =>
  screenView(async () => (await load())[name])

const view = <N extends string>(load: Load<N>, name: N) =>
  firstView(async () => (await Promise.all([load(), sayEverything()]))[0], name)

/** Every screen there is, in the order of the navigation. To add one: docs/web.md. */
export const screens: readonly Screen[] = [
  { path: '/', access: 'public', view: firstView(() => import('./welcome/start.js'), 'Start') },
  {
    path: '/packages',
    access: 'officer',
    view: firstView(() => import('./inbox/inbox.js'), 'Inbox'),
    nav: { label: 'inbox', roles: permissions.listPackages },
  },
  {
    path: '/packages/:id',
    access: 'officer',
    view: view(() => import('./package/package-screen.js'), 'PackageScreen'),
  },
  {
    path: '/packages/:id/answer/:template',
    access: 'officer',
    view: view(() => import('./compose/answer-screen.js'), 'AnswerScreen'),
  },
  {
    path: '/packages/:id/hand-off',
    access: 'officer',
    view: view(() => import('./translation/hand-off-screen.js'), 'HandOffScreen'),
  },
  {
    path: '/packages/:id/forward',
    access: 'officer',
    view: view(() => import('./onward/forward-screen.js'), 'ForwardScreen'),
  },
  {
    path: '/packages/:id/seal-anew',
    access: 'officer',
    view: view(() => import('./resealing/seal-anew-screen.js'), 'SealAnewScreen'),
  },
  {
    path: '/packages/:id/release',
    access: 'officer',
    view: view(() => import('./onward/release-screen.js'), 'ReleaseScreen'),
  },
  {
    path: '/search',
    access: 'officer',
    view: view(() => import('./search/search-screen.js'), 'SearchScreen'),
  },
  {
    path: '/statistics',
    access: 'officer',
    view: view(() => import('./search/statistics-screen.js'), 'StatisticsScreen'),
  },
  {
    path: '/release',
    access: 'officer',
    view: view(() => import('./onward/release-files-screen.js'), 'ReleaseFilesScreen'),
  },
  {
    path: '/cases',
    access: 'officer',
    view: view(() => import('./case/cases-screen.js'), 'CasesScreen'),
    nav: { label: 'cases', roles: permissions.listPackages },
  },
  {
    path: '/cases/clocks',
    access: 'officer',
    view: view(() => import('./clock-rules/clock-rules-screen.js'), 'ClockRulesScreen'),
  },
  {
    path: '/cases/:id',
    access: 'officer',
    view: view(() => import('./case/case-screen.js'), 'CaseScreen'),
  },
  {
    path: '/cases/:id/follow/:request/:counterpart',
    access: 'officer',
    view: view(() => import('./case/choose-follower.js'), 'ChooseFollower'),
  },
  {
    path: '/cases/:id/follow/:request/:counterpart/:template',
    access: 'officer',
    view: view(() => import('./compose/follow-screen.js'), 'FollowScreen'),
  },
  {
    path: '/duty',
    access: 'officer',
    view: view(() => import('./duty/duty-screen.js'), 'DutyScreen'),
    nav: { label: 'duty', roles: permissions.listDutyActs },
  },
  {
    path: '/duty/oral',
    access: 'officer',
    view: view(() => import('./oral/note-oral-screen.js'), 'NoteOralScreen'),
  },
  {
    path: '/duty/roster',
    access: 'officer',
    view: view(() => import('./duty/roster-screen.js'), 'RosterScreen'),
  },
  {
    path: '/duty/webhooks',
    access: 'officer',
    view: view(() => import('./duty/webhooks-screen.js'), 'WebhooksScreen'),
  },
  {
    path: '/compose',
    access: 'officer',
    view: view(() => import('./compose/choose-template.js'), 'ChooseTemplate'),
    nav: { label: 'compose', roles: WRITERS },
  },
  {
    path: '/compose/:template',
    access: 'officer',
    view: view(() => import('./compose/compose-screen.js'), 'ComposeScreen'),
  },
  {
    path: '/compose/:template/blank',
    access: 'officer',
    view: view(() => import('./blank/blank-screen.js'), 'BlankScreen'),
  },
  {
    path: '/drafts',
    access: 'officer',
    view: view(() => import('./drafts/drafts-screen.js'), 'DraftsScreen'),
    nav: { label: 'drafts', roles: permissions.listDrafts },
  },
  {
    path: '/drafts/:id',
    access: 'officer',
    view: view(() => import('./drafts/draft-screen.js'), 'DraftScreen'),
  },
  {
    path: '/translation',
    access: 'officer',
    view: view(() => import('./translation/translation-screen.js'), 'TranslationScreen'),
    nav: { label: 'translation', roles: permissions.actOnHandoff },
  },
  {
    path: '/translation/new',
    access: 'officer',
    view: view(() => import('./translation/hand-off-files-screen.js'), 'HandOffFilesScreen'),
  },
  {
    path: '/translation/breach',
    access: 'officer',
    view: view(() => import('./translation/breach-screen.js'), 'BreachScreen'),
  },
  {
    path: '/translation/:id/reassign',
    access: 'officer',
    view: view(() => import('./translation/reassign-screen.js'), 'ReassignScreen'),
  },
  {
    path: '/translation/:id',
    access: 'officer',
    view: view(() => import('./translation/handoff-screen.js'), 'HandoffScreen'),
  },
  {
    path: '/directory',
    access: 'officer',
    view: view(() => import('./directory/directory-screen.js'), 'DirectoryScreen'),
    nav: { label: 'directory' },
  },
  {
    path: '/directory/exchange',
    access: 'officer',
    view: view(() => import('./contacts/exchange-screen.js'), 'ExchangeScreen'),
  },
  {
    path: '/directory/:id',
    access: 'officer',
    view: view(() => import('./directory/entry-screen.js'), 'EntryScreen'),
  },
  {
    path: '/authority',
    access: 'officer',
    view: view(() => import('./authority/authority-screen.js'), 'AuthorityScreen'),
    nav: { label: 'authority', roles: permissions.listOfficers },
  },
  {
    path: '/new-keys',
    access: 'public',
    view: view(() => import('./authority/new-keys-screen.js'), 'NewKeysScreen'),
  },
  {
    path: '/enrol',
    access: 'public',
    view: view(() => import('./enrol/enrol-screen.js'), 'EnrolScreen'),
  },
  {
    path: '/operator',
    access: 'public',
    view: view(() => import('./operator/operator-screen.js'), 'OperatorScreen'),
  },
  {
    path: '/sessions',
    access: 'officer',
    view: view(() => import('./sessions/sessions-screen.js'), 'SessionsScreen'),
  },
  {
    path: '/self-test',
    access: 'public',
    view: view(() => import('./self-test/self-test-screen.js'), 'SelfTestScreen'),
  },
  {
    path: '/proof/ageing',
    access: 'public',
    view: view(() => import('./ageing/ageing-screen.js'), 'AgeingScreen'),
  },
  {
    path: '/proof',
    access: 'public',
    view: view(() => import('./proof/proof-screen.js'), 'ProofScreen'),
    nav: { label: 'proof' },
  },
]

/** The sections in the navigation of whoever has these roles; of nobody yet, the public ones. */
export const sectionsFor = (roles: readonly Role[] | undefined) =>
  screens.filter(
    ({ nav, access }) =>
      nav !== undefined &&
      (access === 'public' || roles !== undefined) &&
      (nav.roles === undefined || nav.roles.some((role) => roles?.includes(role))),
  )
