import { areaWords, hiddenFromAll, hiddenWords, roleTable, roleWords } from '../identity/index.ts'
import { roles } from '../platform/actor.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { sightWords } from './sightWords.ts'

/** Who sees what, drawn from the table by which every page is opened or shut. */
export const WhatWeSee = ({ lang }: { lang: Language }) => {
  const say = sightWords[lang]
  const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Section title={say.nobody}>
        <ul>
          {hiddenFromAll.map((hidden) => (
            <li key={hidden}>{hiddenWords[lang][hidden]}</li>
          ))}
        </ul>
      </Section>
      <Section title={say.roles}>
        {roles.map((role) => {
          const { sees, never } = roleTable[role]
          return (
            <Card key={role} title={title(roleWords[lang][role])}>
              <p>
                <b>{say.sees}</b>
              </p>
              <ul>
                {sees.map((area) => (
                  <li key={area}>{areaWords[lang][area]}</li>
                ))}
              </ul>
              {never.length === 0 ? null : (
                <>
                  <p>
                    <b>{say.never}</b>
                  </p>
                  <ul>
                    {never.map((hidden) => (
                      <li key={hidden}>{hiddenWords[lang][hidden]}</li>
                    ))}
                  </ul>
                </>
              )}
            </Card>
          )
        })}
      </Section>
      <Section title={say.others}>
        <p>{say.visitor}</p>
        <p>{say.operator}</p>
        <p>{say.elsewhere}</p>
        <p>{say.law}</p>
      </Section>
    </>
  )
}
