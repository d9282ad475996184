/** Which way a language is written, by its script where it names one, else by the language. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  /^(ar|arc|ckb|dv|fa|he|iw|ji|ps|sd|ug|ur|yi)\b(?!-latn)|-(arab|hebr|thaa|syrc|nkoo|adlm|rohg)\b/i.test(language)
    ? 'rtl'
    : 'ltr';
