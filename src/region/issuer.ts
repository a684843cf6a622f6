/** Whether two names are of one issuer: they are typed by hand, so case and the space around them do not count. */
export function sameIssuer(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
