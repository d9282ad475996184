/** The library's version, as in package.json; a build check keeps them the same. */
export const version = '0.1.0';
