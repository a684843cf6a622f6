import type { StatePack } from '../region/index.ts'

/**
 * Whether anybody may open a conversation under this law: only when counsel, by name, dated what is said about it.
 * A demonstration has nobody in it. Null: nobody read this state's law.
 */
export function mayOpenConversations(
  pack: Pick<StatePack, 'reviewed' | 'law'> | null,
  demonstration: boolean,
): boolean {
  if (demonstration) return true
  if (pack === null || pack.law.status !== 'law' || pack.reviewed === null) return false
  return pack.reviewed.counsel.trim() !== ''
}
