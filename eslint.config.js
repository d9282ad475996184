import js from '@eslint/js';
import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { arrows } from './scripts/eslint-arrows.mjs';

/** Ways to put unchecked markup or code on a page. Trees are rendered by Lit templates, never from strings. */
const unsafe = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Render with a Lit template: markup is never made from a string.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Render with a Lit template: markup is never made from a string.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'No document.write.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A strict Content-Security-Policy blocks style attributes: use a class, or setProperty from script.',
  },
];

/** The model is a pure function of its arguments. */
const impure = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The model reads no clock: take `at`.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The model reads no clock: take `at`.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The model reads no randomness: take `id`.',
  },
  {
    selector: 'MemberExpression[object.name="Intl"][property.name="Segmenter"]',
    message: 'Segmenter differs by engine: use countWords.',
  },
];

const restrictedImports = {
  paths: [
    { name: 'lit/directives/unsafe-html.js', message: 'Render with a Lit template.' },
    { name: 'lit/directives/unsafe-svg.js', message: 'Render with a Lit template.' },
    { name: 'lit/directives/style-map.js', message: 'A strict Content-Security-Policy blocks style attributes.' },
    { name: 'lit/static-html.js', message: 'Tag names are known when the template is written.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', '.data/', '.cache/', 'coverage/', 'node_modules/', 'storybook-static/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '{scripts,test,demo,stories,.storybook}/**/*.ts'],
    // TypeScript knows these names better; scripts and configs run in Node. Tests may write numbers that no engine holds.
    rules: { 'no-undef': 'off', 'no-loss-of-precision': 'off', 'no-script-url': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { arrows } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'house/arrows': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-imports': ['error', restrictedImports],
      'no-restricted-syntax': ['error', ...unsafe],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/model/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...unsafe, ...impure],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'crypto',
        'performance',
        'navigator',
        'localStorage',
        'process',
      ],
    },
  },
  { files: ['src/elements/warn.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/elements/**/*.ts'],
    ...litPlugin.configs['flat/recommended'],
  },
  {
    files: ['src/elements/**/*.ts'],
    ...wc.configs['flat/best-practice'],
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
  },
  {
    files: ['src/elements/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-invalid-html': 'error',
      'lit/no-value-attribute': 'error',
      'lit/no-template-map': 'off',
      // Registration stands in a file of its own, apart from the class, so that importing a class has no side effect.
      'wc/file-name-matches-element': 'off',
      'wc/guard-define-call': 'off',
      // LitElement has every lifecycle callback.
      'wc/guard-super-call': 'off',
      // Listeners go by the signal of an AbortController, which the rule does not know.
      'wc/require-listener-teardown': 'off',
    },
  },
);
