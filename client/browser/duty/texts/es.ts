import type { Translated } from '../../languages/translated.js'
import type { duty as english } from './en.js'

export const duty: Translated<typeof english> = {
  title: 'Guardia',
  lead: 'Envíos urgentes de los que nadie ha acusado recibo. Las alertas siguen hasta que se firma un acuse.',
  waiting: 'Pendientes de acuse de recibo',
  nothing: 'No hay nada urgente pendiente.',
  minutes: 'Minutos',
  from: 'De',
  urgency: 'Urgencia',
  since: 'Presentado',
  alerts: 'Alertas',
  held: 'A cargo de',
  actions: 'Qué hacer',
  nobody: 'nadie',
  take: 'Hacerse cargo',
  takeFrom: 'Relevar a {{name}}',
  takenBy: '{{name}}',
  stoodDownBy: 'anulada por {{name}}',
  until: 'hasta',
  standDown: 'Anular la alerta',
  standDownMeaning:
    'Una falsa alarma se anula con un motivo que leen sus colegas. El remitente ve que se anuló; el envío sigue a la espera de acuse.',
  reason: 'Motivo',
  needReason: 'Indique un motivo',
  onDuty: 'De guardia',
  noRoster:
    'Su autoridad no ha fijado un cuadro de guardias: no se despierta a nadie por correo. Lo fija un funcionario con el rol duty o admin.',
  notVouched:
    'Quien firmó este cuadro ya no es funcionario de su autoridad. Debe fijarse de nuevo.',
  officer: 'Funcionario',
  fromTime: 'Desde',
  to: 'Hasta',
  now: 'ahora',
  gaps_one: 'En los próximos siete días, {{count}} periodo en que una alerta no llega a nadie:',
  gaps_many:
    'En los próximos siete días, {{count}} de periodos en que una alerta no llega a nadie:',
  gaps_other: 'En los próximos siete días, {{count}} periodos en que una alerta no llega a nadie:',
  gapNobody: 'nadie está de guardia',
  gapUnreachable: 'quien está de guardia no tiene dirección',
}
