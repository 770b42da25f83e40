import type { Translated } from '../../languages/translated.js'
import type { sessions as english } from './en.js'

export const sessions: Translated<typeof english> = {
  title: 'Dónde está abierta su clave',
  lead: 'Cada fila es un desbloqueo de su clave: en un navegador o en la línea de comandos de un equipo. Al finalizarla se cierra de inmediato, esté donde esté.',
  client: 'Cliente',
  began: 'Desde',
  renewed: 'Último uso',
  ends: 'Fin',
  state: 'Estado',
  kind_browser: 'Navegador',
  kind_command: 'Línea de comandos',
  kind_unknown: 'Desconocido',
  thisOne: 'Esta',
  isNew: 'Cliente nuevo',
  end: 'Finalizar',
  endOthers: 'Finalizar todas las demás',
  none: 'No hay ninguna otra.',
  authority: 'Sesiones de todos los funcionarios de su autoridad',
  officer: 'Funcionario',
  told: 'Avisos sobre su clave',
  'told_new-client': 'Acceso desde un cliente desconocido',
  told_credential: 'Se publicó otra credencial',
  told_revocation: 'La clave fue revocada',
  stranger:
    '¿No reconoce alguna? Finalícela, cambie su frase de contraseña y pida a su administrador que revoque la clave si puede estar en otras manos.',
}
