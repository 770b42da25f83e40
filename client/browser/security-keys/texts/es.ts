import type { Translated } from '../../languages/translated.js'
import type { securityKeys as english } from './en.js'

export const securityKeys: Translated<typeof english> = {
  title: 'Llave de seguridad',
  meaning:
    'Vinculado a una llave de seguridad, lo que guarda este navegador se abre solo con su frase secreta y esa llave juntas. Quien lo copie y conozca su frase secreta no lo abre sin la llave. Una página que se carga de nuevo pide ambas otra vez.',
  needs:
    'Debe ser una llave FIDO2 con PIN o huella digital. Lo que se copia de un dispositivo a otro, como la clave de acceso de una cuenta, se rechaza.',
  fileRemains:
    'Su archivo del almacén de claves, en otro lugar, se sigue abriendo solo con la frase secreta: es el camino de vuelta cuando se pierden todas las llaves de seguridad. Guárdelo sin conexión y no en este equipo.',
  boundTo: 'Vinculado a',
  name: 'Nombre de la llave de seguridad',
  nameHint: 'El que usted le da, de 64 caracteres como máximo',
  needName: 'Escriba un nombre sin caracteres de control',
  mainName: 'Llave principal',
  spareName: 'Llave de reserva',
  bind: 'Vincular a una llave de seguridad',
  another: 'Vincular otra llave de seguridad',
  askingFirst:
    'Siga lo que pide el navegador. Pide la llave de seguridad dos veces: para vincularla y para probar que abre.',
  askingAnother:
    'Siga lo que pide el navegador. Pide una llave ya vinculada y después, dos veces, la que se va a vincular.',
  bound:
    'Vinculado a {{name}}. Desde ahora la frase secreta no abre nada aquí sin una llave vinculada.',
  boundSpare:
    'Vincule una segunda y guárdela en otro lugar: quien pierde la única que tiene necesita el archivo del almacén de claves.',
  remove: 'Quitar {{name}}',
  removeSure: '¿Quitar {{name}}? Lo confirma cualquier llave vinculada que tenga a mano.',
  removeLastSure:
    '¿Quitar {{name}}? Es la única: después la frase secreta sola abre lo que guarda este navegador.',
  removed: '{{name}} ya no abre nada aquí.',
  removedCopies:
    'Las copias de los datos de este navegador hechas antes se siguen abriendo con ella y la frase secreta: si fue robada, haga revocar su propia clave.',
  unbound: '{{name}} se ha quitado. La frase secreta sola vuelve a abrir aquí sus claves.',
  more: 'Llaves de seguridad',
  passphraseRebinds:
    'Tenga a mano una llave de seguridad vinculada. Sigue vinculada con la frase secreta nueva; las demás deben vincularse de nuevo.',
  otherKeys:
    'La llave de seguridad que usó sigue vinculada. Ninguna otra lo está ya: vincúlelas de nuevo.',
  claimMeaning:
    'Si su autoridad exige una llave de seguridad para iniciar sesión, guarde este archivo y entréguelo a su administración. Dice que la llave es suya; no contiene ningún secreto.',
  saveClaim: 'Guardar para la administración',
  demandTitle: 'Llaves de seguridad al iniciar sesión',
  demandNone:
    'No se exige ninguna: {{name}} inicia sesión con el almacén de claves y su frase secreta.',
  demandMeaning:
    '{{name}} debe iniciar sesión con una de estas, en el cliente web. La línea de comandos no admite ninguna.',
  demandFile: 'Llave de seguridad del funcionario',
  demandFileHint:
    'El archivo officer.security-key, que el funcionario ha guardado tras vincular la llave en este cliente web. Recíbalo de él en persona. Registre dos: una puede perderse.',
  demand: 'Exigir esta llave',
  demanded:
    'La llave de seguridad de {{name}} está registrada. Las sesiones que empezaron sin ninguna terminan.',
  withdraw: 'Quitar {{key}}',
  withdrawSure:
    '¿Quitar esta llave de seguridad? Ya no inicia ninguna sesión, y terminan las que inició.',
  withdrawLastSure:
    '¿Quitar esta llave de seguridad? Es la última: después {{name}} inicia sesión solo con la frase secreta.',
  withdrawn: 'La llave de seguridad se ha quitado.',
}
