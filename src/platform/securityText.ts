/** Half a year: RFC 9116 (2.5.5) asks for less than one, so that a file nobody keeps doesn't last. */
const lastsDays = 180

/** The file in which a site says whom to tell of a weakness (RFC 9116). It ends at the start of a day. */
export function securityText(contact: string, canonical: string, now: Temporal.Instant): string {
  const ends = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: lastsDays })
  return [
    `Contact: ${contact}`,
    `Expires: ${ends}T00:00:00Z`,
    'Preferred-Languages: en, es',
    `Canonical: ${canonical}`,
    '',
  ].join('\n')
}
