import type { Texts } from './texts.js'

export const fr: Texts = {
  facts: {
    'relay-identified': {
      title: 'Le relais est identifié',
      proved: 'Le relais {authority} a un certificat émis sous la racine « {rootSubject} ».',
    },
    'sender-identified': {
      title: 'L’expéditeur est identifié',
      proved:
        'L’autorité expéditrice {authority} a un certificat émis sous la racine « {rootSubject} ».',
    },
    'recipient-identified': {
      title: 'Le destinataire est identifié',
      proved: 'L’autorité {authority} a un certificat émis sous la racine « {rootSubject} ».',
    },
    'header-signed': {
      title: 'L’expéditeur a signé l’envoi',
      proved: '{name} a signé l’envoi pour {authority}.',
      claimed:
        '{name} a signé l’envoi pour {authority} ; rien ne montre que la clé était alors en règle.',
      unproved:
        'Rien ne montre qui a signé l’envoi : il manque une inscription ou une habilitation dans le dossier.',
    },
    'approvals-given': {
      title: 'D’autres agents ont approuvé l’envoi',
      proved: 'Approuvé par {names}.',
      unproved:
        'Les règles de l’expéditeur exigent {demanded} approbations ; le dossier en contient {given}.',
    },
    'key-not-revoked': {
      title: 'La clé du signataire n’était pas révoquée',
      proved:
        'Aucune révocation de la clé du signataire pour {authority} ne remonte jusqu’à ce moment.',
      claimed:
        'Rien ne montre que la clé du signataire pour {authority} était en règle au moment de la signature.',
      contradicted: 'La clé du signataire pour {authority} avait été révoquée.',
    },
    'evidence-chain-unbroken': {
      title: 'Les attestations du relais sont complètes',
      proved:
        'Les {length} attestations forment une histoire ininterrompue depuis le dépôt de l’envoi.',
      unproved:
        'Rien ne montre que les {length} attestations du dossier forment une histoire ininterrompue.',
    },
    'submission-accepted': {
      title: 'Le relais a accepté le dépôt',
      proved: 'Le relais {issuer} déclare avoir accepté le dépôt ({code}).',
    },
    rejected: {
      title: 'L’envoi a été rejeté',
      proved: 'Le relais {issuer} déclare que l’envoi a été rejeté ({code}).',
    },
    available: {
      title: 'Mis à la disposition du destinataire',
      proved:
        'Le relais {issuer} déclare que l’envoi a été mis à la disposition de {recipient} ({code}).',
    },
    notified: {
      title: 'Le destinataire a été avisé',
      proved: 'Le relais {issuer} déclare que {recipient} a confirmé l’avis d’envoi ({code}).',
    },
    'handed-over': {
      title: 'Remis au destinataire',
      proved:
        'Le relais {issuer} déclare que l’envoi a été remis en entier à {recipient} ({code}).',
    },
    undelivered: {
      title: 'La remise a échoué',
      proved: 'Le relais {issuer} déclare que l’envoi n’a pas été remis à {recipient} ({code}).',
    },
    expired: {
      title: 'L’envoi a expiré',
      proved:
        'Le relais {issuer} déclare que l’envoi a expiré sans récépissé de {recipient} ({code}).',
    },
    'receipt-signed': {
      title: 'Le destinataire a signé un récépissé',
      proved:
        '{name} a signé un récépissé pour {recipient} ; {partsVerified} documents sur {parts} ont été ouverts et vérifiés.',
      claimed:
        '{name} a signé un récépissé pour {recipient} ; rien ne montre quand, ni que la clé était alors en règle.',
      unproved: 'Aucun récépissé de {recipient} n’est montré.',
      contradicted: 'Un récépissé du dossier n’est pas un récépissé valable de {recipient}.',
    },
    'receipt-accepted': {
      title: 'Le récépissé est parvenu au relais',
      proved:
        'Le relais {issuer} déclare que {recipient} a déposé un récépissé acceptant l’envoi ({code}).',
    },
    'receipt-matches-header': {
      title: 'Le récépissé porte sur ce qui a été envoyé',
      proved:
        'Le récépissé de {recipient} porte sur le contenu même auquel l’expéditeur s’est engagé.',
      claimed:
        'Le récépissé de {recipient} désigne cet envoi ; ce qui le lie au contenu n’a pas été divulgué.',
      contradicted:
        'Le récépissé de {recipient} porte sur un autre contenu que celui auquel l’expéditeur s’est engagé.',
    },
    'manifest-matches-header': {
      title: 'Le manifeste divulgué est authentique',
      proved: 'Le manifeste divulgué est celui que l’expéditeur a signé et auquel il s’est engagé.',
    },
    'part-disclosed': {
      title: 'Une pièce de l’envoi est divulguée',
      proved:
        'L’expéditeur s’est engagé sur la pièce « {name} », sa longueur et son empreinte {digest}.',
      unproved: 'Il est question d’une pièce « {name} », mais rien ne montre qui a signé l’envoi.',
      contradicted:
        'Ce qui est dit d’une pièce « {name} » n’est pas ce à quoi l’expéditeur s’est engagé.',
    },
    'document-matches': {
      title: 'Le document a été envoyé dans cet envoi',
      proved: '« {name} » est le document qui a été envoyé sous le nom « {sentAs} ».',
      claimed:
        'Un récépissé désigne « {name} » par son empreinte ; le manifeste de l’expéditeur n’est pas divulgué.',
      unproved:
        'Rien dans le dossier ne désigne de documents : « {name} » ne peut être comparé à rien.',
      contradicted: '« {name} » n’est aucun des documents de cet envoi.',
    },
    'checkpoint-signed': {
      title: 'Le journal a signé son point de contrôle',
      proved: 'Le journal {origin} a signé un point de contrôle portant sur {size} inscriptions.',
      unproved:
        'Le dossier ne contient aucun point de contrôle dont la signature soit vérifiable : le journal n’avait peut-être pas encore publié.',
    },
    'checkpoint-consistent': {
      title: 'Le journal n’a pas été réécrit',
      proved:
        'Le journal comptait plus tard {size} inscriptions et commençait toujours par les mêmes.',
      contradicted:
        'Le point de contrôle ultérieur ne prolonge pas le précédent : le journal a été réécrit.',
    },
    'checkpoint-witnessed': {
      title: 'Des témoins ont cosigné le journal',
      proved:
        'Des témoins de {authorities} ont vu le journal tel qu’il est montré ici ; la liste de confiance en exige {quorum}.',
      unproved:
        'Moins de témoins ont cosigné le journal que les {quorum} exigés par la liste de confiance.',
      contradicted:
        'Le journal a montré à ses témoins une autre histoire, ou une cosignature est fausse.',
    },
    logged: {
      title: 'Les pièces figurent au journal',
      proved: 'Les {statements} attestations et récépissés figurent tous au journal.',
      unproved:
        'Rien ne montre que toutes les attestations et tous les récépissés figurent au journal sous un point de contrôle signé.',
    },
    'time-stamped': {
      title: 'Un horodatage atteste la date',
      proved: 'L’autorité d’horodatage « {authority} » atteste le point de contrôle du journal.',
      unproved:
        'Le dossier ne contient aucun horodatage d’une autorité nommée par la liste de confiance.',
    },
    'time-stamps-renewed': {
      title: 'Les horodatages ont été renouvelés',
      proved: 'Les horodatages ont été renouvelés, chaque fois tant qu’ils étaient valables.',
      claimed: 'Un horodatage n’était plus valable lors de son renouvellement.',
      contradicted: 'Un renouvellement des horodatages est faux.',
    },
    'absence-stated': {
      title: 'Le relais déclare qu’il n’y avait pas de récépissé',
      proved:
        'Le relais {issuer} a signé qu’aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal {origin}. Autres preuves concernant ce destinataire : {evidence}.',
      unproved:
        'Rien ne montre qui a signé une déclaration d’absence, ou la clé du journal qu’elle nomme.',
      contradicted:
        'Une déclaration d’absence de récépissé de {recipient} n’est pas ce qu’elle prétend être.',
    },
    'receipt-absent': {
      title: 'Aucun récépissé ne figure au journal',
      proved:
        'Aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal.',
      claimed:
        'Qu’aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal est la parole du relais {issuer} ; rien dans le dossier ne la contredit.',
      contradicted:
        'Le relais {issuer} a signé qu’aucun récépissé de {recipient} ne figure parmi les {size} premières inscriptions du journal, mais l’inscription {index} le contredit ({code}).',
    },
    'clocks-agree': {
      title: 'Les horloges concordent',
      proved: 'Ce qui est déclaré, observé et attesté concorde.',
      claimed: 'L’horloge d’une personne avance sur celle du relais ; l’une des deux est fausse.',
      contradicted:
        'Le relais indique une heure postérieure à celle à laquelle l’existence est attestée.',
    },
    'bundle-coherent': {
      title: 'Le dossier est intègre',
      proved: 'Rien dans le dossier n’est falsifié, illisible ou étranger à cet envoi.',
      contradicted:
        '{flaws} pièces du dossier ne tiennent pas ; la première est : {where} ({why}).',
    },
  },
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
    'rogatory-downgrade': 'Déclassement pour usage officiel',
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
      'Que quelqu’un d’autre que l’exploitant du relais atteste l’heure : l’horodatage est de l’autorité du relais lui-même.',
    operatorStamp: 'Autorité du relais lui-même : l’horloge de l’exploitant',
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
