import { Actions, Button } from './button.tsx'
import { Card } from './card.tsx'
import { Fieldset, RadioCards } from './choices.tsx'
import { Door } from './door.tsx'
import { ErrorSummary, RequiredNote } from './errorSummary.tsx'
import { help, path } from './galleryProps.testing.ts'
import { Checkbox, DateTimeField, Field, NumberField, Select } from './inputs.tsx'
import type { Language } from './language.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './pageHead.tsx'
import { PublicPage } from './publicPage.tsx'

// The public pages: invented people and agencies.
const publicProps = (lang: Language) => ({
  lang,
  help,
  region: 'Harbor Region',
  home: path('/harbor'),
  leaveHref: path('https://www.weather.gov/'),
  languageSwitch: {
    href: path(lang === 'en' ? '/harbor?lang=es' : '/harbor?lang=en'),
    label: lang === 'en' ? 'Español' : 'English',
  },
  stylesheet: path('public.css'),
  footer: [
    { href: path('/harbor/sees'), label: 'What we can and cannot see' },
    { href: path('/harbor/about'), label: 'About the team' },
  ],
})

export const front = (
  <PublicPage title="Talk it through" {...publicProps('en')}>
    <PageHead
      title="Talk it through with somebody who has been there."
      lead="Peer supporters from eight departments. You choose who. Leave out any department."
    />
    <Door
      primary
      icon="talk"
      title="I need someone to talk to"
      line="Call, or write without giving a name"
      href={path('/harbor/support')}
    />
    <Door
      icon="crew"
      title="My crew needs a team"
      line="After a hard call. Takes two minutes."
      href={path('/harbor/request')}
    />
    <Door
      icon="train"
      title="Train with us"
      line="Online courses, practice, certificates"
      href={path('/harbor/courses')}
    />
    <Card tone="aside">
      <p>
        <b>We keep no name and hold no key.</b> You and the peer do. The law can bind the peer in a few cases:
        read them first.
      </p>
      <a href={path('/harbor/sees')}>What we can and cannot see</a>
    </Card>
  </PublicPage>
)

export const frontSpanish = (
  <PublicPage title="Hable con alguien" {...publicProps('es')}>
    <PageHead
      title="Hable con alguien que ha pasado por lo mismo."
      lead="Compañeros de apoyo de ocho departamentos. Usted elige con quién hablar y qué departamento dejar fuera."
    />
    <Door
      primary
      icon="talk"
      title="Necesito hablar con alguien"
      line="Llame, o escriba sin dar su nombre"
      href={path('/harbor/support')}
    />
    <Notice tone="info" title="Su visita">
      <p>Use su propio teléfono, fuera de la red del departamento.</p>
    </Notice>
  </PublicPage>
)

const choices = [
  { value: 'police', label: 'Police' },
  { value: 'fire', label: 'Fire', line: 'with rescue and hazardous materials' },
  { value: 'dispatch', label: 'Dispatch' },
]

export const form = (wrong: boolean) => (
  <PublicPage title="My crew needs a team" {...publicProps('en')}>
    <ErrorSummary
      lang="en"
      errors={
        wrong
          ? [
              { field: 'occurred', message: 'When did it happen? It cannot be tomorrow.' },
              { field: 'crew', message: 'How many people? A whole number from 1 to 500.' },
              { field: 'over', message: 'Is it over? Choose yes or no.' },
              { field: null, message: 'Somebody filed the same incident two minutes ago.' },
            ]
          : []
      }
    />
    <PageHead title="My crew needs a team" lead="Eight facts. A coordinator calls you back." />
    <form method="post" action={path('/harbor/request')}>
      <RequiredNote lang="en" />
      <Select
        lang="en"
        name="what"
        label="What happened"
        required
        options={[
          { value: 'fire', label: 'Child death or serious injury' },
          { value: 'other', label: 'Something else' },
        ]}
        value={wrong ? 'fire' : undefined}
      />
      <DateTimeField
        name="occurred"
        label="When"
        hint="As near as you know."
        zone="Boston time"
        required
        value={wrong ? '2026-11-24T14:55' : undefined}
        error={wrong ? 'When did it happen? It cannot be tomorrow.' : undefined}
      />
      <Fieldset legend="Who was there" hint="Roughly. No names.">
        <NumberField
          name="crew"
          label="Firefighters"
          max={500}
          required
          value={wrong ? 'six or so' : undefined}
          error={wrong ? 'How many people? A whole number from 1 to 500.' : undefined}
        />
        <NumberField name="medics" label="Medics" max={500} hint="Leave empty for none." />
      </Fieldset>
      <RadioCards
        name="over"
        label="Is it over for them?"
        required
        inline
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        error={wrong ? 'Is it over? Choose yes or no.' : undefined}
      />
      <RadioCards name="service" label="Your service" options={choices} value="fire" />
      <Field
        name="phone"
        label="Number to call you back"
        type="tel"
        autocomplete="tel"
        inputmode="tel"
        required
        hint="Your own phone if you can."
      />
      <Field
        name="town"
        label="Town"
        value="Larkfield"
        autocomplete="off"
        suggestions={['Larkfield', 'Eastmarsh']}
      />
      <Checkbox name="spoke" label="The crew knows that I ask" hint="Nobody has to come." />
      <Actions>
        <Button look="primary">Ask for a team</Button>
        <Button look="quiet" unchecked name="later" value="1">
          Not now
        </Button>
      </Actions>
    </form>
  </PublicPage>
)
