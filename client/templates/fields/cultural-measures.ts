import type { Field } from '../format.js'

export const culturalMeasures: Field = {
  name: 'measures',
  type: 'choice',
  label: {
    en: 'Measures sought',
    fr: 'Mesures demandées',
    es: 'Medidas solicitadas',
    ar: 'التدابير المطلوبة',
    ru: 'Запрашиваемые меры',
    zh: '请求的措施',
  },
  repeat: { min: 1, max: 5 },
  options: [
    {
      value: 'locate',
      label: {
        en: 'Locate and identify',
        fr: 'Localiser et identifier',
        es: 'Localizar e identificar',
        ar: 'تحديد المكان والهوية',
        ru: 'Найти и идентифицировать',
        zh: '查找和辨认',
      },
    },
    {
      value: 'seize',
      label: {
        en: 'Seize and keep safe',
        fr: 'Saisir et mettre en sûreté',
        es: 'Incautar y custodiar',
        ar: 'الضبط والحفظ الآمن',
        ru: 'Изъять и сохранить',
        zh: '扣押并妥善保管',
      },
    },
    {
      value: 'evidence',
      label: {
        en: 'Obtain evidence',
        fr: 'Recueillir des preuves',
        es: 'Obtener pruebas',
        ar: 'الحصول على أدلة',
        ru: 'Получить доказательства',
        zh: '取证',
      },
    },
    {
      value: 'return',
      label: {
        en: 'Return',
        fr: 'Restituer',
        es: 'Restituir',
        ar: 'الإعادة',
        ru: 'Вернуть',
        zh: '返还',
      },
    },
    {
      value: 'stop-export',
      label: {
        en: 'Stop sale or export',
        fr: 'Empêcher la vente ou l’exportation',
        es: 'Impedir la venta o exportación',
        ar: 'وقف البيع أو التصدير',
        ru: 'Остановить продажу или вывоз',
        zh: '制止出售或出口',
      },
    },
  ],
}
