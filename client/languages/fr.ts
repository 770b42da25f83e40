import { frFacts } from './facts/fr-facts.js'
import type { Texts } from './texts.js'

export const fr: Texts = {
  facts: frFacts,
  standings: {
    proved: {
      label: 'Prouvé',
      meaning: 'Découle de signatures rattachées à la liste de confiance.',
    },
    claimed: {
      label: 'Allégué',
      meaning: 'Quelqu’un l’affirme ; rien dans le dossier ne le montre.',
    },
    unproved: { label: 'Non prouvé', meaning: 'Rien dans le dossier ne le montre.' },
    contradicted: {
      label: 'Contredit',
      meaning: 'Un élément du dossier est faux ou dit le contraire.',
    },
  },
  doubts: {
    'relay-revoked':
      'Le certificat du relais avait été révoqué avant que quiconque d’autre que son exploitant ne l’atteste : quiconque détenait alors sa clé a pu l’antidater.',
    'relay-ended':
      'Le certificat du relais avait expiré avant que quiconque d’autre que son exploitant ne l’atteste : quiconque détenait alors sa clé a pu l’antidater.',
    'relay-superseded':
      'Le relais avait alors déjà retiré de son inscription à l’annuaire la clé qui a signé ceci : quiconque détient cette clé a pu l’établir.',
    'revoked-afterwards':
      'Le certificat sur lequel cela repose a été déclaré révoqué depuis une date antérieure à ce moment, mais son émetteur ne l’a publié qu’ensuite.',
    'attested-late':
      'Personne d’autre que l’exploitant du relais ne l’a attesté avant plusieurs jours après la dernière heure indiquée par le relais : aucune autorité d’horodatage n’a répondu pendant ce temps, ou les heures ont été antidatées.',
    'person-ahead':
      'L’horloge d’une personne avance sur celle du relais ; l’une des deux est fausse.',
  },
  clocks: {
    declared: { label: 'Déclaré', meaning: 'par le signataire lui-même, sur sa seule parole' },
    observed: { label: 'Constaté', meaning: 'par le relais, à sa propre horloge' },
    attested: { label: 'Attesté', meaning: 'par une autorité d’horodatage : au plus tard alors' },
    witnessed: { label: 'Témoigné', meaning: 'par des témoins du journal : au plus tard alors' },
  },
  states: {
    submitted: 'Déposé',
    rejected: 'Rejeté par le relais',
    undelivered: 'Non remis',
    available: 'Mis à disposition',
    notified: 'Avisé',
    'handed-over': 'Remis',
    accepted: 'Reçu et accepté',
    refused: 'Rejeté par le destinataire',
    expired: 'Expiré sans récépissé',
  },
  verdicts: {
    proved: {
      label: 'Prouvé',
      meaning:
        'Chacun des faits ci-dessous découle de signatures rattachées à la liste de confiance.',
    },
    incomplete: {
      label: 'Incomplet',
      meaning:
        'Rien n’est contredit, mais tous les faits ne sont pas prouvés. Ce qui ne l’est pas est nommé.',
    },
    contradicted: {
      label: 'Contredit',
      meaning: 'Un fait au moins est faux. Ne vous fiez pas à ce dossier.',
    },
  },
  statements: {
    'rogatory-entry': 'Inscription à l’annuaire',
    'rogatory-officer': 'Habilitation d’un agent',
    'rogatory-security-key': 'Déclaration d’une clé de sécurité',
    'rogatory-manifest': 'Manifeste',
    'rogatory-header': 'En-tête de l’envoi',
    'rogatory-approval': 'Approbation',
    'rogatory-draft': 'Projet',
    'rogatory-evidence': 'Attestation du relais',
    'rogatory-receipt': 'Récépissé',
    'rogatory-absence': 'Déclaration d’absence',
    'rogatory-revocation': 'Révocation',
    'rogatory-suspension': 'Suspension',
    'rogatory-invitation': 'Invitation',
    'rogatory-application': 'Demande d’inscription',
    'rogatory-decision': 'Décision sur une demande d’inscription',
    'rogatory-inquiry': 'Demande de renseignement de l’exploitant',
    'rogatory-clock': 'Demande de délai à surveiller',
    'rogatory-roster': 'Tableau de permanence',
    'rogatory-handoff': 'Remise à un traducteur',
    'rogatory-handoff-act': 'Acte relatif à une remise',
    'rogatory-translation': 'Traduction certifiée',
    'rogatory-duty': 'Acte d’un agent de permanence',
    'rogatory-assignment': 'Attribution d’une affaire au sein de l’autorité',
    'rogatory-downgrade': 'Déclassement pour usage officiel',
    'rogatory-retention': 'Calendrier de conservation',
    'rogatory-hold': 'Gel des données',
    'rogatory-resealing': 'Copie scellée à nouveau',
  },
  urgencies: { routine: 'Ordinaire', urgent: 'Urgent', emergency: 'Extrême urgence' },
  certificateStatus: {
    good: 'non révoqué, d’après une liste de révocation de l’époque',
    unknown: 'aucune liste de révocation ne porte sur ce moment',
  },
  labels: {
    sender: 'Expéditeur',
    recipient: 'Destinataire',
    relay: 'Relais',
    package: 'Numéro de l’envoi',
    case: 'Numéro d’affaire du service',
    urgency: 'Urgence',
    documents: 'Documents',
    signedBy: 'Signé par',
    state: 'État',
    authority: 'Autorité',
    officer: 'Agent',
    credential: 'Habilitation',
    entry: 'Inscription à l’annuaire',
    certificate: 'Certificat',
    root: 'Racine de confiance',
    key: 'Clé',
    digest: 'SHA-256',
    kind: 'Nature',
    fact: 'Fait',
    standing: 'Valeur',
    moment: 'Moment (UTC)',
    event: 'Événement',
    log: 'Journal',
    logSize: 'Inscriptions au journal',
    checkpoint: 'Point de contrôle',
    timestamp: 'Horodatage',
    serial: 'Numéro de série',
    file: 'Fichier',
    octets: '{count} octets',
    length: 'Longueur',
    statement: 'Pièce',
    reason: 'Motif',
    none: 'Aucun',
    notGiven: '—',
    unknownState: 'Non établi par les attestations',
  },
  certificate: {
    translationTitle: 'Certificat de traduction',
    translationSubtitle: 'Traduction certifiée entre autorités centrales',
    limitTranslation:
      'Que la traduction est exacte : seulement qui l’a certifiée, de quel texte, et que ce sont bien ces textes.',
    title: 'Certificat de transmission et de réception',
    subtitle: 'Transmission électronique d’une demande entre autorités centrales',
    transmission: 'La transmission',
    verdict: 'Résultat de la vérification : {verdict}',
    moments: 'Quand, et selon quelle horloge',
    momentsMeaning:
      'Quatre horloges sont tenues séparées. Déclaré : la seule parole du signataire. Constaté : l’horloge du relais. Attesté : une autorité d’horodatage garantit que cela avait eu lieu au plus tard alors. Témoigné : des témoins du journal le garantissent. Toutes les heures sont en UTC.',
    whatIsProved: 'Ce qui est prouvé',
    whatIsNotProved: 'Ce qui n’est pas prouvé',
    limitContent:
      'Que ce que disent les documents est vrai : seulement que ces documents, octet pour octet, ont été envoyés et reçus.',
    limitPerson:
      'Quelle personne physique détenait la clé d’un agent : seulement quelle autorité avait habilité cet agent.',
    limitClocks:
      'Que les heures déclarées et constatées sont exactes : elles sont la parole du signataire et du relais. Les heures attestées ne le sont pas.',
    limitOperator:
      'Que quelqu’un d’autre que l’exploitant du relais atteste l’heure : l’horodatage, ou le renouvellement sur lequel il repose, est de l’autorité du relais lui-même.',
    operatorStamp: 'Repose sur l’autorité du relais lui-même : l’horloge de l’exploitant',
    limitAbsence:
      'Qu’aucun récépissé n’a été établi, ou que le relais n’en a pas retenu : une déclaration d’absence parle du journal du relais jusqu’à un point de contrôle, et les témoins ne lisent pas ce qui figure au journal.',
    limitTrust:
      'Que les racines de la liste de confiance méritent confiance : le lecteur de ce certificat en décide, d’après leurs empreintes.',
    annex: 'Annexe',
    annexFacts: 'Tous les faits, et ce qui les montre',
    annexKeys: 'La chaîne des clés',
    annexKeysMeaning:
      'Chaque signature mène de la clé d’un agent, par une habilitation et l’inscription de l’autorité à l’annuaire, à un certificat, et de là à une racine de la liste de confiance.',
    annexLog: 'Journal et horodatages',
    annexLogMeaning:
      'Le journal ne peut que croître ; son point de contrôle fixe chaque inscription. Un horodatage du point de contrôle atteste que toutes existaient au plus tard alors.',
    annexStatements: 'Empreintes de toutes les pièces',
    annexStatementsMeaning:
      'SHA-256 des octets exacts de chaque pièce signée, dans l’ordre du dossier.',
    annexDocuments: 'Documents comparés',
    annexTrust: 'Liste de confiance',
    annexTrustMeaning:
      'La vérification repose sur ces seules racines. Comparez leurs empreintes à celles que les États ont publiées.',
    howToVerify: 'Comment vérifier soi-même',
    verifyOne:
      'Enregistrez le fichier joint {file} depuis ce PDF (« Pièces jointes » du lecteur PDF). Son SHA-256 doit être celui imprimé ici.',
    verifyTwo:
      'Obtenez la liste de confiance d’une autorité à laquelle vous vous fiez, non de la personne qui vous a remis ce certificat, et comparez-en les empreintes.',
    verifyThree:
      'Ouvrez depuis le disque la page de vérification rogatory-verifier.html dans un navigateur récent, sans réseau, et déposez-y le fichier, la liste de confiance et les documents ; ou exécutez : rogatory verify {file} --trust trust.json',
    verifyFour:
      'Chacun peut écrire son propre vérificateur : les formats sont publiés dans docs/protocol.md de Rogatory et reposent sur JWS, X.509, RFC 3161 et RFC 9162.',
    attachment: 'Dossier de preuve joint',
    attachmentMeaning:
      'Le dossier est incorporé à ce PDF. Ce certificat ne fait que le raconter ; c’est le dossier qui prouve.',
    issued: 'Établi le {at} (UTC), à l’horloge de la machine qui a produit ce certificat',
    signature: 'Signature de ce certificat',
    signed:
      'Ce PDF porte une signature électronique de {subject}. Elle garantit le récit ; la preuve repose sur le dossier.',
    unsigned:
      'Ce PDF n’est pas signé. Rien n’en dépend : la preuve repose sur le seul dossier joint.',
    page: 'Page {page} sur {pages}',
  },
  page: {
    title: 'Vérifier une preuve de transmission et de réception',
    lead: 'Découvrez ce que prouve un dossier de preuve de Rogatory : qui a envoyé quoi à qui, quand, et selon quelle horloge.',
    offline:
      'Cette page fonctionne sans réseau. Rien de ce que vous choisissez ici ne quitte cet ordinateur.',
    language: 'Langue',
    chooseBundle: 'Dossier de preuve',
    chooseBundleHint: 'Le fichier dont le nom se termine par .rogatory-proof',
    chooseTrust: 'Liste de confiance',
    chooseTrustHint: 'Le fichier trust.json, d’une autorité à laquelle vous vous fiez',
    chooseDocuments: 'Documents (facultatif)',
    chooseDocumentsHint: 'Les documents que vous voulez comparer à ce qui a été envoyé',
    drop: 'Vous pouvez aussi déposer ici tous les fichiers.',
    verify: 'Vérifier',
    working: 'Vérification en cours…',
    reading: 'Lecture de {file} : {percent} %',
    problem: 'Il y a un problème',
    needBundle: 'Choisissez un dossier de preuve',
    needTrust: 'Choisissez une liste de confiance',
    notABundle: '« {file} » n’est pas un dossier de preuve de Rogatory, ou il est endommagé',
    notATrustList: '« {file} » n’est pas une liste de confiance de Rogatory',
    tooLarge:
      '« {file} » est plus grand qu’un dossier de preuve ou une liste de confiance ne peut l’être',
    unreadable: '« {file} » ne peut être lu',
    print: 'Imprimer ce résultat',
    again: 'Vérifier un autre dossier',
    facts: 'Faits',
    keys: 'Clés, journal et empreintes',
    chosen: 'Choisi : {file}',
    skip: 'Aller au contenu principal',
    noScript: 'Cette page a besoin de JavaScript, qui ne s’exécute que sur cet ordinateur.',
  },
}
