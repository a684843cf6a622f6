/** The most of each: what a form lets somebody type is what its use-case takes. */
export const limits = {
  name: 80,
  /** RFC 5321, 4.5.3.1.3, without the angle brackets. */
  email: 254,
  /** Eight signs, as somebody may have spaced them. */
  code: 20,
  kind: 40,
  issuer: 80,
  number: 60,
  evidenceKept: 200,
  what: 120,
  minutes: 6000,
  place: 120,
  classSeats: 200,
  agencySeats: 500,
  codeUses: 500,
  reviewer: 80,
} as const
