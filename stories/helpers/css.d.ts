/** Styles that a story's page loads. */
declare module '*.css';
