import type { Field } from '../format.js'

export const measures: Field = {
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
  repeat: { min: 1, max: 6 },
  options: [
    {
      value: 'tracing',
      label: {
        en: 'Tracing',
        fr: 'Localisation',
        es: 'Localización',
        ar: 'اقتفاء الأثر',
        ru: 'Розыск',
        zh: '追查',
      },
    },
    {
      value: 'freezing',
      label: {
        en: 'Freezing or seizure',
        fr: 'Gel ou saisie',
        es: 'Embargo preventivo o incautación',
        ar: 'التجميد أو الضبط',
        ru: 'Замораживание или арест',
        zh: '冻结或扣押',
      },
    },
    {
      value: 'domestic-confiscation',
      label: {
        en: 'Confiscation under the law of the requested State',
        fr: 'Confiscation selon le droit de l’État requis',
        es: 'Decomiso con arreglo al derecho del Estado requerido',
        ar: 'المصادرة وفق قانون الدولة متلقية الطلب',
        ru: 'Конфискация по праву запрашиваемого государства',
        zh: '依被请求国法律没收',
      },
    },
    {
      value: 'enforcement',
      label: {
        en: 'Enforcement of our confiscation order',
        fr: 'Exécution de notre décision de confiscation',
        es: 'Ejecución de nuestra orden de decomiso',
        ar: 'إنفاذ أمر المصادرة الصادر لدينا',
        ru: 'Исполнение нашего постановления о конфискации',
        zh: '执行我方没收令',
      },
    },
    {
      value: 'return',
      label: {
        en: 'Return or sharing',
        fr: 'Restitution ou partage',
        es: 'Restitución o reparto',
        ar: 'الإعادة أو التقاسم',
        ru: 'Возврат или раздел',
        zh: '返还或分享',
      },
    },
    {
      value: 'lifting',
      label: {
        en: 'Lifting a measure',
        fr: 'Levée d’une mesure',
        es: 'Levantamiento de una medida',
        ar: 'رفع تدبير',
        ru: 'Отмена меры',
        zh: '解除措施',
      },
    },
  ],
}
