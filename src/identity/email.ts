// As browsers check type=email, but with a domain of at least two labels (HTML standard, "valid e-mail address").
const shape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/

/** The address as we keep it, in small letters; null when it can't be one. RFC 5321 allows 254 characters. */
export function emailFrom(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && shape.test(email) ? email : null
}
