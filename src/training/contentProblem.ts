/** What is not as it should be in a file of a course, in words for whoever wrote it. Never its content. */
export type ContentProblem = { readonly file: string; readonly line: number; readonly says: string }

export type ContentFile = { readonly name: string; readonly text: string }

/** `courses/tiny/bank.yaml:12: …`, as editors and terminals know it. */
export function located({ file, line, says }: ContentProblem): string {
  return `${file}:${line}: ${says}`
}

/** Words that somebody reads, as they stand in a file, without markup and without what is struck through. */
export type Passage = {
  readonly file: string
  readonly line: number
  readonly text: string
  /** `wrong`: an option that is not right, where a claim that we refuse may stand. */
  readonly of: 'prose' | 'cell' | 'heading' | 'scene' | 'said' | 'wrong'
}
