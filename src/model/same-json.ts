/** Whether two values say the same: documents hold nothing that JSON does not. */
export const sameJson = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
