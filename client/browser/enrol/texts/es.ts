import type { Translated } from '../../languages/translated.js'
import type { enrol as english } from './en.js'

export const enrol: Translated<typeof english> = {
  lead: 'Su autoridad solicita incorporarse con la invitación del operador de la red. Usted le lee una huella por teléfono; una vez aprobada, su autoridad está en el directorio.',
  invitation: 'Invitación',
  invitationHint: 'La línea entera que le entregó el operador.',
  needInvitation: 'Pegue la invitación entera',
  invited: 'Invitada: {{name}} ({{id}})',
  trust: 'Lista de confianza',
  trustHint: 'El fichero trust.json de su red, recibido del operador y no de esta página.',
  needTrust: 'Elija la lista de confianza',
  name: 'Nombre de la autoridad en inglés',
  stateCode: 'Código del país (dos letras)',
  instrumentsHint:
    'Tratados y convenciones, uno por línea. Cada uno vale como base legal suficiente; puede cambiarlo después.',
  telephoneHint: 'Con el prefijo del país, por ejemplo +351 21 000 0000',
  wrong: 'Corrija: {{name}}',
  officer: 'Primer funcionario',
  officerHint: 'Administración, registro y tramitación; admite después a los demás.',
  needOfficer: 'Escriba el nombre del primer funcionario',
  apply: 'Solicitar',
  working: 'En curso…',
  applied: 'Solicitud de {{name}}',
  readOut: 'Llame al operador a un número que ya conocía y léale esto:',
  waiting:
    'El operador aún no ha decidido. Esta página vuelve a mirar por sí sola; puede cerrarla y volver.',
  refused: 'El operador ha rechazado: {{reason}}',
  giveUp: 'Abandonar la solicitud',
  giveUpSure: '¿Abandonar esta solicitud? Su clave se borra de este navegador.',
  approved: 'El operador la ha aprobado.',
  passphrase: 'La frase de paso que usted eligió',
  complete: 'Completar la inscripción',
  enrolled: 'Su autoridad está en el directorio.',
  keepFiles: 'Se guardaron cuatro ficheros. Consérvelos bien:',
  fileOffline:
    '{{files}}: fuera de línea, al alcance solo de la autoridad. Con ellos se cambian funcionarios y claves.',
  fileOfficer: '{{files}}: con el primer funcionario, que entra con ellos.',
  enter: 'Entrar como primer funcionario',
  certifiedBy: 'Quién certifica a su autoridad',
  byOperator: 'El operador de la red',
  byNational: 'Una autoridad de certificación nacional cuya raíz figura en la lista de confianza',
  ownCertificate: 'Certificado',
  ownCertificateHint:
    'PEM, primero el suyo y después sus emisores, o un fichero PKCS#12 que contenga también la clave.',
  ownKey: 'Su clave, si no está en el mismo fichero',
  ownKeyHint: 'PKCS#8 en PEM. Permanece en este ordenador, sellada con la frase de paso de abajo.',
  filePassphrase: 'Frase de paso del fichero, si la tiene',
}
