import type { Child } from 'hono/jsx'
import type { Language } from './language.ts'

export type Level = 2 | 3 | 4 | 5

type Props = {
  level: Level
  class?: string
  /** Where it is in another language than the page. */
  lang?: Language | undefined
  children?: Child
}

/** A heading of what stands on several pages, as deep as there. */
export const Heading = ({ level, lang, children, ...rest }: Props) => {
  const Tag = `h${level}` as 'h2'
  return (
    <Tag class={rest.class} lang={lang}>
      {children}
    </Tag>
  )
}

/** One deeper: what stands under it. */
export const under = (level: Level): Level => Math.min(level + 1, 5) as Level
