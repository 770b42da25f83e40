import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tsdoc from 'eslint-plugin-tsdoc'
import tseslint from 'typescript-eslint'

const bareErrors = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'Throw a CryptoError or a Refusal with a code; a bare Error says nothing to a caller.',
}
const ownClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain gets its time through the Clock port.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain gets its time through the Clock port.',
  },
]
const frozenKeyExport = {
  selector: "CallExpression[callee.name='generateKeyPairSync']",
  message:
    'With a later export as JWK, Node 20 can freeze for good (docs/divergences.md). Use WebCrypto or the asynchronous form.',
}
const spreadMembers = {
  selector: ':matches(ObjectExpression > SpreadElement, JSXSpreadAttribute) > ObjectExpression',
  message: 'Write the members themselves; only what is optional is spread.',
}
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config/load.ts reads the environment.',
}

export default tseslint.config(
  {
    ignores: [
      'dist',
      'coverage',
      '.services',
      '.rogatory',
      '.bench',
      '.artefacts',
      '**/*.mjs',
      '*.js',
      'deploy',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    plugins: { tsdoc },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'tsdoc/syntax': 'error',
      'no-restricted-syntax': ['error', environment, frozenKeyExport, spreadMembers],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['crypto/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', environment, frozenKeyExport, spreadMembers, bareErrors],
    },
  },
  {
    files: ['server/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        environment,
        frozenKeyExport,
        spreadMembers,
        bareErrors,
        ...ownClock,
      ],
    },
  },
  {
    files: ['config/load.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', frozenKeyExport, spreadMembers] },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['client/browser/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    // mongoose types the options of a schema's fields as a class, and takes literals for them.
    files: ['server/storage/**/*.ts', 'test/server/storage/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
)
