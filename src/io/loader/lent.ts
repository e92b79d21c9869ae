/** A stand-in that returns itself for every property, call and construction. */
export function lent(): object {
  const anything: object = new Proxy(function standIn() {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' ? undefined : anything),
    apply: () => anything,
    construct: () => anything,
  })
  return anything
}
