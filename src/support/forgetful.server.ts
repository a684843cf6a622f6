/** Keys that are forgotten by themselves after so many seconds. */
export function forgetful(seconds: number) {
  const kept = new Map<string, NodeJS.Timeout>()
  return {
    has: (key: string) => kept.has(key),
    add(key: string): void {
      clearTimeout(kept.get(key))
      const gone = setTimeout(() => kept.delete(key), seconds * 1000)
      gone.unref()
      kept.set(key, gone)
    },
    clear(): void {
      for (const one of kept.values()) clearTimeout(one)
      kept.clear()
    },
  }
}
