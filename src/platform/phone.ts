/** 7 to 20 digits, with the signs people put between them and an "x" before an extension. */
export function isPhone(typed: string): boolean {
  const digits = typed.replaceAll(/\D/g, '').length
  return /^[+()\d .x-]{7,30}$/.test(typed) && digits >= 7 && digits <= 20
}
