/** What can be refused is answered with a name for it; only bugs throw. */
export type Answer<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code }

export function yes<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function no<Code extends string>(code: Code): { readonly ok: false; readonly code: Code } {
  return { ok: false, code }
}

/** Why a structure did not open. */
export type Unopened = 'unknown-version' | 'malformed' | 'tampered'
