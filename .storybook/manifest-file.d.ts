/** Written by the build, and so not there for a compiler that runs before it. */
declare module '*/dist/custom-elements.json' {
  const manifest: Record<string, unknown>;
  export default manifest;
}
