const said = new Set<string>();

/** Tells the developer of the page, once for each key, about a value that was passed over. Nothing is thrown. */
export function warnOnce(key: string, text: string): void {
  if (said.has(key)) return;
  said.add(key);
  console.warn(`mc-portfolio: ${text}`);
}
