export async function replayCommand(_args: readonly string[], _root: string): Promise<number> {
  return 1
}
