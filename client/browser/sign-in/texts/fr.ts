import type { Translated } from '../../languages/translated.js'
import type { signIn as english } from './en.js'

export const signIn: Translated<typeof english> = {
  title: 'Se connecter',
  lead: 'Rogatory achemine les demandes d’entraide judiciaire entre Autorités centrales, scellées de sorte que seul le destinataire peut les lire, et prouve devant un tribunal quand elles ont été envoyées et reçues.',
  keptTitle: 'Identités dans ce navigateur',
  unlock: 'Déverrouiller',
  unlockAs: 'Déverrouiller {{name}}',
  unlocking: 'Ouverture du trousseau…',
  passphrase: 'Phrase secrète',
  wrongOrigin: 'Cette page a été ouverte à une autre adresse que celle du relais.',
  wrongOriginGo: 'Aller à {{origin}}',
  securityKeys: 'Clé de sécurité…',
  boundToKey: 'S’ouvre avec la phrase secrète et la clé de sécurité ensemble',
  askingKey: 'Suivez ce que demande le navigateur…',
  forget: 'Retirer de ce navigateur',
  forgetSure:
    'Retirer {{name}} de ce navigateur ? Le fichier du trousseau conservé ailleurs reste tel quel ; sans lui et sa phrase secrète, l’identité ne peut pas revenir.',
  importTitle: 'Apporter vos clés',
  importLead:
    'Il vous faut les deux fichiers créés lors de votre enrôlement. Ils restent sur cet ordinateur : le trousseau est conservé ici scellé, tel quel, et aucune clé ne quitte ce navigateur.',
  keystore: 'Fichier du trousseau',
  keystoreHint: 'officer.keystore : vos clés privées, scellées sous votre phrase secrète',
  trust: 'Liste de confiance',
  trustHint: 'trust.json : à qui se fier. Obtenez-la de votre autorité, pas du relais',
  importAction: 'Apporter et déverrouiller',
  unbind: 'Mettre le fichier à sa place',
  unbindSure:
    'Mettre le fichier du trousseau à la place de ce qui est lié à une clé de sécurité ? Ensuite, la phrase secrète seule l’ouvre, jusqu’à ce que vous liiez de nouveau une clé.',
  needKeystore: 'Choisissez le fichier du trousseau',
  needTrust: 'Choisissez la liste de confiance',
  needPassphrase: 'Saisissez la phrase secrète',
  presentPassphrase: 'Phrase secrète actuelle',
  changePassphrase: 'Changer la phrase secrète…',
  changePassphraseMeaning:
    'Les mêmes clés sont scellées sous une autre phrase secrète : dans ce navigateur, et dans un fichier qui est enregistré. Jusque-là, tout reste en l’état.',
  changePassphraseAction: 'Changer la phrase secrète',
  changingPassphrase: 'Nouveau scellement du trousseau…',
  passphraseChanged:
    'La nouvelle phrase secrète est en vigueur dans ce navigateur. Enregistré sous {{file}} : ce fichier remplace votre fichier de trousseau.',
  passphraseCopies:
    'Les copies antérieures, telles que les sauvegardes, s’ouvrent toujours avec l’ancienne phrase secrète : détruisez-les. Si un tiers a pu en prendre connaissance, cela ne suffit pas : faites révoquer votre clé.',
  saveAgain: 'Enregistrer à nouveau le fichier',
  explainTitle: 'Comment vos clés sont protégées',
  explainSeal:
    'Le trousseau est scellé sous votre phrase secrète d’une manière qui rend les essais lents et coûteux (Argon2id). Personne ne peut réinitialiser la phrase secrète.',
  explainKey:
    'Il peut être lié à une clé de sécurité : la phrase secrète seule n’ouvre alors rien dans ce navigateur.',
  explainOpen:
    'Tant que vous êtes connecté, les clés ne sont que dans la mémoire de cet onglet : aucune page, pas même celle-ci, ne peut les copier, et rien n’en est écrit sur le disque. Une page rechargée redemande la phrase secrète.',
  explainIdle:
    'Après {{minutes}} minutes sans activité, ou quand vous verrouillez, elles sont retirées et la phrase secrète est redemandée.',
  lostTitle: 'Clés perdues, phrase oubliée ou ordinateur volé',
  lostPassphrase:
    'Phrase secrète oubliée : personne ne peut la retrouver. Un administrateur de votre autorité vous délivre de nouvelles clés ; les envois restent lisibles, car ils sont scellés pour l’autorité et non pour vous seul.',
  lostFile:
    'Fichier du trousseau perdu : si ce navigateur se déverrouille encore, continuez et demandez de nouvelles clés. Sinon, demandez-les maintenant.',
  lostKey:
    'Clé de sécurité perdue : déverrouillez avec celle de réserve et retirez la clé perdue. Sans réserve, apportez votre fichier de trousseau. Si votre autorité exige la clé à l’ouverture de session, adressez-vous à votre administration ; si vous l’assurez seul, les clés propres de votre autorité vous rouvrent l’accès : rogatory officer security-keys recover',
  stolen:
    'Ordinateur volé, ou quelqu’un connaît votre phrase secrète : faites révoquer votre clé immédiatement, par téléphone, par tout administrateur de votre autorité. Ce que le voleur signe ensuite ne compte pas.',
  exampleTitle: 'Essayer avec deux autorités d’exemple',
  exampleLead:
    'Ce relais fait tourner un exemple sur votre propre ordinateur. Ouvrez chaque autorité dans sa fenêtre et envoyez une première demande de l’une à l’autre. Ni ces États, ni ces personnes, ni ces affaires n’existent.',
  exampleOpen: 'Ouvrir : {{name}}',
  exampleNewWindow: 'dans une nouvelle fenêtre',
  exampleRequesting: 'la partie requérante : commencez ici',
  exampleRequested: 'la partie requise : ouvrez-la à côté',
  exampleLegal: 'juriste, qui approuve',
  exampleDuty: 'agente de permanence, que réveille l’urgence',
  exampleWaiting:
    'Les autorités d’exemple sont en cours d’enrôlement ; cela prend quelques secondes.',
  noAccount: 'Sans compte',
  noAccountProof: 'Vérifier un dossier de preuve qui vous a été remis',
  lockedEnded: 'Votre session est terminée. Déverrouillez à nouveau vos clés pour continuer.',
  lockedIdle: 'Verrouillé après {{minutes}} minutes sans activité.',
  newKeysTitle: 'Créer mes clés',
  enrolTitle: 'Enrôler une autorité',
  operatorTitle: 'Opérateur du réseau',
}
