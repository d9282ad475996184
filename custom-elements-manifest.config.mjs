/** The custom-elements manifest: what editors, Storybook and wrappers read about the elements. */
export default {
  globs: ['src/elements/**/*.ts', 'src/events/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publishedPaths(), cssStates(), toldEvents()],
};

/** The manifest must name the files that are published, not the sources that they were made from. */
function publishedPaths() {
  const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  const visit = (value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!value || typeof value !== 'object') return;
    for (const key of ['path', 'module']) if (typeof value[key] === 'string') value[key] = published(value[key]);
    Object.values(value).forEach(visit);
  };
  return { name: 'published-paths', packageLinkPhase: ({ customElementsManifest }) => visit(customElementsManifest) };
}

/** `@cssstate name - description`, which the analyzer reads as plain text, becomes `cssStates` of the class. */
function cssStates() {
  return {
    name: 'css-states',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const states = ts
        .getJSDocTags(node)
        .filter((tag) => tag.tagName.text.toLowerCase() === 'cssstate')
        .map((tag) => {
          const [name, ...words] = (ts.getTextOfJSDocComment(tag.comment) ?? '').trim().split(/\s+/);
          return { name, description: words.join(' ').replace(/^-\s*/, '') };
        });
      const declaration = moduleDoc.declarations?.find((each) => each.name === node.name.text);
      if (declaration && states.length > 0) declaration.cssStates = states;
    },
  };
}

/** The analyzer also takes the argument of `new SomeEvent(subject)` for an event's name: only those with `@fires` are real. */
function toldEvents() {
  return {
    name: 'told-events',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations } of customElementsManifest.modules) {
        for (const declaration of declarations ?? []) {
          if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
        }
      }
    },
  };
}
