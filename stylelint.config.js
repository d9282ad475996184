/** Styles in `css` templates: standard, and flow-relative only, so that right-to-left pages need nothing of their own. */
export default {
  extends: ['stylelint-config-standard'],
  customSyntax: 'postcss-lit',
  rules: {
    'property-layout-mappings': 'flow-relative',
    'declaration-property-value-disallowed-list': {
      'text-align': ['left', 'right'],
      float: ['left', 'right'],
      clear: ['left', 'right'],
    },
    // What stands in `${}` is a style of its own, checked where it is written.
    'declaration-property-value-no-unknown': [true, { ignoreProperties: { '/.+/': '/POSTCSS_LIT/' } }],
    'value-keyword-case': ['lower', { ignoreKeywords: ['/^POSTCSS_LIT/'] }],
    // Layout of the text is the writer's own; these would only argue about taste.
    'alpha-value-notation': null,
    'color-function-notation': null,
    'hue-degree-notation': null,
    'lightness-notation': null,
    'custom-property-empty-line-before': null,
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'no-descending-specificity': null,
    'custom-property-pattern': '^(mc|_)[a-z0-9-]*$',
    'selector-class-pattern': null,
    // Custom states; the element types are checked by lit-analyzer.
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['state'] }],
    'no-empty-source': null,
  },
};
