import type { Translated } from '../../languages/translated.js'
import type { common as english } from './en.js'

export const common: Translated<typeof english> = {
  skip: 'Aller au contenu',
  navigation: 'Rubriques',
  menu: 'Menu',
  language: 'Langue',
  lock: 'Verrouiller',
  signIn: 'Se connecter',
  signedInAs: 'Connecté : {{name}}, {{authority}}',
  inbox: 'Envois',
  cases: 'Affaires',
  duty: 'Permanence',
  compose: 'Nouvelle demande',
  drafts: 'Brouillons',
  translation: 'Traductions',
  authority: 'Agents et clés',
  directory: 'Annuaire',
  proof: 'Vérifier une preuve',
  connected: 'En direct',
  connecting: 'Connexion…',
  lost: 'Connexion perdue. Nouvel essai en cours ; rien de ce qui se passe entre-temps n’est manqué.',
  ended: 'Le relais n’accepte plus cette clé.',
  offline:
    'Cet ordinateur est hors ligne. Vous pouvez lire ce qui est à l’écran. Ce que vous envoyez ou signez maintenant est tenté quelques secondes, puis échoue : recommencez une fois la connexion rétablie.',
  liveBroken:
    'Les nouvelles n’arrivent plus d’elles-mêmes : quelque chose de reçu ne tient pas. La liste des envois est consultée toutes les trente secondes.',
  languageFailed: 'Les textes ne sont pas arrivés. Choisissez à nouveau.',
  reload: 'Recharger la page',
  problemOutdatedPage: 'Une nouvelle version de cette page est disponible.',
  problemOutdatedPageRemedy: 'Enregistrez ce que vous écrivez, puis rechargez la page.',
  idleSoon:
    'Personne n’utilise cette page depuis un moment : elle se verrouille dans une minute environ, et ce qui n’est pas enregistré est perdu.',
  stay: 'Rester',
  loading: 'Chargement…',
  retry: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
  remove: 'Retirer',
  leaveTitle: 'Quitter sans enregistrer ?',
  leaveMeaning:
    'Ce que vous avez écrit sur cette page n’est pas enregistré. Si vous la quittez, ce sera perdu.',
  stayHere: 'Rester sur cette page',
  leaveUnsaved: 'Quitter et le perdre',
  details: 'Détails techniques',
  optional: 'facultatif',
  notFound: 'Cette page n’existe pas',
  notFoundMeaning: 'L’adresse est peut-être mal saisie, ou la page a été déplacée.',
  toStart: 'Vers la page d’accueil',
  yes: 'oui',
  no: 'non',
  none: 'aucun',
  newPassphrase: 'Nouvelle phrase secrète',
  newPassphraseHint:
    'Au moins {{length}} caractères ; quatre mots au hasard conviennent. Personne ne peut la retrouver.',
  againPassphrase: 'La phrase secrète encore une fois',
  weakPassphrase:
    'Au moins {{length}} caractères, pas toujours les mêmes, d’autres mots que ceux que l’on devine d’abord, et aucun mot de passe déjà volé',
  unjudgedPassphrase:
    'Impossible de la comparer à la liste des mots de passe volés. Envoyez le formulaire de nouveau.',
  otherPassphrase: 'Les deux phrases diffèrent',
  problemUnreachable: 'Le relais ne répond pas.',
  problemUnreachableRemedy: 'Vérifiez le réseau, puis réessayez : rien n’est perdu.',
  problemPassphrase: 'Cette phrase secrète n’ouvre pas le trousseau.',
  problemPassphraseRemedy:
    'Vérifiez les majuscules et la langue du clavier. Personne ne peut réinitialiser une phrase secrète.',
  problemKeystore: 'Ce fichier n’est pas un trousseau de clés.',
  problemKeystoreRemedy: 'Choisissez le fichier officer.keystore créé lors de votre enrôlement.',
  problemBound: 'Cette identité est liée à une clé de sécurité dans ce navigateur.',
  problemBoundRemedy:
    'Déverrouillez-la ci-dessus avec cette clé. Si la clé est perdue, mettez le fichier à sa place.',
  problemKeystoreChanged:
    'Ce qui est conservé de cette identité a été modifié dans un autre onglet.',
  problemKeystoreChangedRemedy: 'Rechargez la page, puis réessayez.',
  problemKeyAbsent: 'Ce navigateur ne connaît pas les clés de sécurité.',
  problemKeyAbsentRemedy: 'Utilisez un navigateur récent.',
  problemKeyAddress:
    'Les clés de sécurité sont liées au nom d’un hôte, et cette page a été ouverte sous un autre nom ou par un numéro.',
  problemKeyAddressRemedy:
    'Ouvrez le relais sous le nom auquel la clé a été liée. S’il n’a qu’un numéro, son opérateur doit lui donner un nom : sur son propre ordinateur, http://localhost.',
  problemKeyUnanswered: 'Aucune clé de sécurité liée n’a répondu.',
  problemKeyUnansweredRemedy:
    'Branchez une clé liée ici, touchez-la quand elle clignote et saisissez son code PIN. Les navigateurs ne disent pas si une autre clé était là ou si la demande a été annulée.',
  problemKeyUnfit: 'Cette clé de sécurité, ou ce navigateur, ne peut pas faire ce qu’il faut.',
  problemKeyUnfitRemedy:
    'Utilisez une clé FIDO2 avec hmac-secret, dotée d’un code PIN ou d’une empreinte, et qui garde ses identifiants pour elle.',
  problemKeyKnown: 'Cette clé de sécurité est déjà liée.',
  problemKeyKnownRemedy: 'Branchez-en une autre.',
  problemKeyDemanded: 'Votre autorité exige l’une de vos clés de sécurité pour ouvrir une session.',
  problemKeyDemandedRemedy:
    'Utilisez une clé de sécurité que votre administration a enregistrée pour vous. Si elle est perdue, adressez-vous à votre administration.',
  problemTrust: 'Ce fichier n’est pas une liste de confiance.',
  problemTrustRemedy:
    'Choisissez le fichier trust.json que l’opérateur de votre réseau a remis à votre autorité.',
  problemCredential: 'Votre autorité ne se porte pas, ou plus, garante de cette clé.',
  problemCredentialRemedy: 'Donnez l’empreinte de vos clés à un administrateur de votre autorité.',
  problemRevoked: 'Cette clé a été révoquée.',
  problemRevokedRemedy: 'Demandez-en une nouvelle à un administrateur de votre autorité.',
  problemNotPermitted: 'Votre rôle ne le permet pas.',
  problemNotPermittedRemedy: 'Adressez-vous à un administrateur de votre autorité.',
  problemUntrusted: 'Ce que montre le relais ne se vérifie pas. N’agissez pas sur cette base.',
  problemUntrustedRemedy:
    'Prévenez l’opérateur du relais et l’autre autorité par un autre canal, en citant les détails ci-dessous.',
  problemLog:
    'Le journal du relais contredit ce que ce navigateur en a retenu. Quelqu’un l’a peut-être réécrit.',
  problemLogRemedy:
    'Cessez de travailler avec ce relais et prévenez les témoins de votre réseau. La preuve est conservée dans ce navigateur.',
  logAlarm: 'Le journal de ce relais a été pris à manquer à sa promesse.',
  logForked: '{{origin}} a montré deux arbres différents de même taille : une vue divisée.',
  logRewritten: '{{origin}} ne continue pas les entrées qu’il avait montrées : il a été réécrit.',
  logShrunken: '{{origin}} montre moins d’entrées qu’auparavant : il a rétréci.',
  logAlarmKeep: 'Enregistrer la preuve',
  problemUnknownPackage: 'Votre autorité n’a pas un tel envoi.',
  problemUnknownPackageRemedy:
    'Vérifiez l’adresse. Un envoi programmé apparaît au moment de sa remise.',
  problemStorage: 'Le navigateur ne peut pas conserver de données.',
  problemStorageRemedy:
    'Libérez de l’espace, quittez la navigation privée, puis rechargez la page.',
  problemProofPending:
    'Le point de contrôle ou l’horodatage couvrant cet envoi n’est pas encore là.',
  problemProofPendingRemedy: 'Redemandez dans une minute ; rien n’est perdu.',
  problemBusy: 'Le relais ne peut pas le faire en ce moment.',
  problemBusyRemedy: 'Réessayez dans une minute.',
  problemTaken: 'Un collègue l’a pris en charge.',
  problemTakenRemedy: 'Reprenez-le si vous vous en occupez maintenant.',
  problemOral: 'Cet envoi ne confirme pas cette demande orale, ou un collègue l’a déjà close.',
  problemOralRemedy:
    'Revoyez la liste et choisissez un envoi entre les deux mêmes autorités, dans le même sens.',
  problemAct: 'L’état de l’affaire ne le permet pas maintenant.',
  problemActRemedy: 'Ouvrez l’affaire : elle montre ce qui peut être fait.',
  problemLongCase: 'Cette affaire compte trop d’envois pour être lue en entier.',
  problemLongCaseRemedy:
    'Poursuivez dans une nouvelle affaire ; chaque envoi peut toujours être ouvert séparément.',
  problemUnknownCase: 'Aucune affaire de ce numéro parmi vos envois.',
  problemUnknownCaseRemedy: 'Vérifiez l’adresse ou consultez la liste des affaires.',
  problemDeleted: 'Le relais a supprimé ce contenu, son délai étant échu.',
  problemDeletedRemedy:
    'Servez-vous de la copie de vos dossiers. Ce qui a été signé demeure et se prouve depuis la page de l’envoi.',
  problemResealed: 'Un collègue a scellé cet envoi à nouveau entre-temps.',
  problemResealedRemedy:
    'Rien n’est perdu : recommencez. Si cela ne suffit pas, rechargez cette page.',
  problemLeave: 'Les mentions exigent la permission de l’expéditeur avant toute transmission.',
  problemLeaveRemedy: 'Demandez-la dans l’affaire ; une fois arrivée, recommencez.',
  problemDraftChanged: 'Un collègue a modifié le brouillon entre-temps.',
  problemDraftChangedRemedy: 'Rouvrez-le, voyez ce qui a changé, puis décidez à nouveau.',
  problemDraftUnknown: 'Ce brouillon n’existe plus.',
  problemDraftUnknownRemedy: 'Il a été envoyé ou supprimé. Voyez les brouillons et les envois.',
  problemDraftOutdated: 'Ce qui a été scellé pour approbation ne peut plus être envoyé.',
  problemDraftOutdatedRemedy:
    'Renvoyez-le pour modification, soumettez-le à nouveau et faites-le approuver : les clés, l’affaire ou l’échéance ont changé.',
  problemPartsElsewhere: 'Les documents scellés ne sont ni au relais ni sur cet ordinateur.',
  problemPartsElsewhereRemedy:
    'Envoyez-le depuis l’ordinateur où il a été soumis, ou soumettez-le à nouveau.',
  problemDocumentType: 'Un document est autre chose que ce que disent son nom ou son type.',
  problemDocumentTypeRemedy:
    'Regardez ce qu’il est et donnez-lui le nom qui convient ; ou enregistrez-le de nouveau dans le format que dit son nom.',
  problemDocuments: 'Ce ne sont pas les documents que nomme le brouillon.',
  problemDocumentsRemedy: 'Choisissez exactement ceux-là, ou retirez-les du brouillon.',
  problemForm: 'Le formulaire est incomplet, ou le destinataire ne l’accepte pas ainsi.',
  problemFormRemedy: 'Revenez au formulaire : ce qui manque est indiqué à côté.',
  problemApprovals: 'Il manque l’approbation d’un autre agent.',
  problemApprovalsRemedy:
    'Qui l’a préparé ne peut l’approuver ; une fois suffit pour chacun. Demandez à un collègue.',
  problemDraftsFull: 'Votre autorité a trop de brouillons.',
  problemDraftsFullRemedy: 'Supprimez-en ou envoyez-en d’abord.',
  problemFingerprint: 'L’empreinte n’est pas celle de cette demande.',
  problemFingerprintRemedy:
    'Appelez l’autorité à un numéro que vous connaissiez déjà et comparez à nouveau. Si elle diffère encore, refusez.',
  problemLastAdmin: 'Le dernier administrateur ne peut partir ni perdre ce rôle.',
  problemLastAdminRemedy: 'Donnez d’abord le rôle à un autre agent.',
  problemKeyNeeded: 'Cette clé est encore nécessaire.',
  problemKeyNeededRemedy:
    'Comptez à nouveau ce qu’elle ouvre et occupez-vous-en d’abord. Rien n’a été perdu.',
  problemFile: 'Ce fichier ne s’ouvre pas ici.',
  problemFileRemedy:
    'Choisissez-le à nouveau ; il est peut-être d’une autre autorité, ou n’est pas ce que dit son nom.',
  problemHandoff: 'La remise n’est plus dans l’état où vous l’avez ouverte.',
  problemHandoffRemedy:
    'Elle est passée à quelqu’un d’autre, a été reprise, ou est terminée. Revenez au bureau des traductions.',
  problemTranslation: 'La traduction n’est pas ce que la remise demande. Rien n’a été envoyé.',
  problemTranslationRemedy:
    'Traduisez tout ce qui a été confié, vers la langue demandée. Dans le XLIFF, on n’ajoute que les cibles.',
  problemOther: 'Cela n’a pas fonctionné.',
  problemOtherRemedy:
    'Réessayez. Si cela persiste, citez les détails ci-dessous à l’opérateur du relais.',
  correct: 'À corriger d’abord',
  problemContradicted: 'Ce dossier est contredit.',
  problemContradictedRemedy:
    'Gardez-le tel quel, vérifiez-le à la page des preuves pour voir ce qui est faux, et demandez-en un autre à qui vous l’a remis.',
  problemAged: 'Ce dossier ne peut plus être renouvelé.',
  problemAgedRemedy:
    'Ses horodatages ont expiré. Si le relais a encore l’envoi, enregistrez de nouveau sa preuve depuis sa page.',
  problemTimestamp: 'Aucun horodatage n’a été obtenu.',
  problemTimestampRemedy:
    'Réessayez plus tard. Un horodatage ne compte que si son autorité relève d’une racine d’horodatage de votre liste de confiance.',
}
