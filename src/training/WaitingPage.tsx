import type { Child } from 'hono/jsx'
import type { Region } from '../region/index.ts'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { keepWords } from './keepWords.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  region: Pick<Region, 'slug'>
  lang: Language
  title: string
  errors: readonly FieldError[]
  children?: Child
}

/** What came back from a decision stands on a page of its own: what is wrong, and all that waits. */
export const WaitingPage = ({ region, lang, title, errors, children }: Props) => (
  <>
    <PageHead title={title} />
    <ErrorSummary errors={errors} lang={lang} />
    {children}
    <p>
      <a href={trainingPaths.training(region.slug)}>← {keepWords[lang].back}</a>
    </p>
  </>
)
