import type { Child } from 'hono/jsx'

/** Words of a course: English, whatever the page around them speaks. */
export const InEnglish = ({ children }: { children?: Child }) => <span lang="en">{children}</span>

/** Unicode's sign for what is put in later; no phrase has one of its own. */
const slot = '\ufffc'

/** A phrase of ours with such words in it, wherever its language has them. */
export const Around = ({ say, english }: { say: (words: string) => string; english: string }) => {
  const [before, after] = say(slot).split(slot)
  return (
    <>
      {before}
      <InEnglish>{english}</InEnglish>
      {after}
    </>
  )
}
