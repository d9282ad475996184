/**
 * Remembers the last result for each first argument, as long as every argument is the very same object. Right for pure
 * functions over immutable data: a change to one paragraph then costs what depends on that paragraph. Where `isSame`
 * finds a new result equal to the last one, the last one stays, so that what hangs on it rests too.
 */
export function memoByIdentity<K extends object, A extends readonly unknown[], R>(
  compute: (key: K, ...rest: A) => R,
  isSame: (one: R, other: R) => boolean = Object.is,
): (key: K, ...rest: A) => R {
  const last = new WeakMap<K, { rest: A; result: R }>();
  return (key, ...rest) => {
    const known = last.get(key);
    if (known && known.rest.length === rest.length && known.rest.every((value, at) => value === rest[at]))
      return known.result;
    const computed = compute(key, ...rest);
    const result = known && isSame(known.result, computed) ? known.result : computed;
    last.set(key, { rest, result });
    return result;
  };
}
