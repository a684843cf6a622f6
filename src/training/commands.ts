import { type Asking, askSources } from './askSources.server.ts'
import { checkContentOf } from './contentCheck.server.ts'
import { type Finding, findingLine, type Severity } from './finding.ts'

type Answer = { readonly code: 0 | 1 | 2; readonly text: string }

const usage = 'tailboard content check [--online]\n'

/** `tailboard content check`: reads every course and says what is not as it should be. Needs no database. */
export async function contentCommand(
  args: readonly string[],
  root: string,
  { signal, tell, fetch = globalThis.fetch }: Pick<Asking, 'signal' | 'tell'> & Partial<Asking>,
): Promise<Answer> {
  const [what, ...options] = args
  const online = options.length === 1 && options[0] === '--online'
  if (what !== 'check' || (options.length > 0 && !online)) return { code: 2, text: usage }
  const { findings, summaries, content } = checkContentOf(root)
  const asked = online
    ? await askSources(content.sources.values(), content.sourceLine, { signal, tell, fetch })
    : []
  const all: readonly Finding[] = [...findings, ...asked]
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length
  const text = [
    ...all.map(findingLine),
    ...summaries,
    ...(signal.aborted ? ['Stopped before every address was asked.'] : []),
    `${summaries.length} courses: ${count('error')} errors, ${count('warning')} warnings.`,
    'Which of them a clinician has reviewed is each region’s own: its page of training says so.',
  ]
  return { code: count('error') > 0 || signal.aborted ? 1 : 0, text: `${text.join('\n')}\n` }
}
