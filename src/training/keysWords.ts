import type { Phrases } from '../ui/language.ts'

const en = {
  title: 'Keys that sign certificates',
  lead: 'Badges carry a signature of this region. Whoever checks one fetches the key that belongs to it from our public address.',
  none: 'No key yet',
  noneLead: 'The first one is made when somebody fetches a badge.',
  key: 'Key',
  made: 'Made on',
  state: 'State',
  step: 'Step',
  signs: 'Signs now',
  shut: 'In use, and can’t be opened here',
  shutTitle: 'The key in use can’t be opened here',
  shutLead:
    'This installation’s secret is not the one that it was sealed under, as after a restore without it. No badge is signed until the right secret is back, or until you replace the key. What it signed stays good.',
  retired: (day: string) => `Signs no more since ${day}; still published`,
  lost: (day: string) => `Declared lost on ${day}; not published`,
  rotate: 'Replace it',
  rotateLead:
    'A new key signs from then on. The old one stays published, so badges that it signed still verify.',
  declare: 'Declare it lost',
  of: (key: string) => `key ${key}`,
  sureTitle: 'Declare a key lost?',
  sureLead:
    'Do this when its secret may be in other hands. The key is no longer published, and every badge that it signed stops verifying. If it still signs, a new key takes its place at once.',
  sureStays:
    'Certificates, papers and links stay as they are. Holders fetch their badge anew, and it is good again. This can’t be taken back.',
  sure: 'Declare it lost',
  keep: 'Leave it as it is',
}

const es: typeof en = {
  title: 'Claves que firman certificados',
  lead: 'Las insignias llevan una firma de esta región. Quien comprueba una obtiene la clave correspondiente en nuestra dirección pública.',
  none: 'Aún no hay claves',
  noneLead: 'La primera se crea cuando alguien descarga una insignia.',
  key: 'Clave',
  made: 'Creada el',
  state: 'Estado',
  step: 'Paso',
  signs: 'Firma ahora',
  shut: 'En uso, y aquí no se puede abrir',
  shutTitle: 'La clave en uso no se puede abrir aquí',
  shutLead:
    'El secreto de esta instalación no es aquel con el que se selló, como tras una restauración sin él. No se firma ninguna insignia hasta que vuelva el secreto correcto o usted renueve la clave. Lo que firmó sigue siendo válido.',
  retired: (day) => `No firma desde el ${day}; sigue publicada`,
  lost: (day) => `Declarada perdida el ${day}; no está publicada`,
  rotate: 'Renovarla',
  rotateLead:
    'Desde entonces firma una clave nueva. La anterior sigue publicada, así que las insignias que firmó aún se pueden comprobar.',
  declare: 'Declararla perdida',
  of: (key) => `la clave ${key}`,
  sureTitle: '¿Declarar perdida una clave?',
  sureLead:
    'Hágalo cuando su secreto pueda estar en otras manos. La clave deja de publicarse y ninguna insignia que firmó se podrá comprobar. Si aún firma, una clave nueva la sustituye enseguida.',
  sureStays:
    'Los certificados, los papeles y los enlaces siguen como están. Cada titular descarga su insignia de nuevo y vuelve a ser válida. Esto no se puede deshacer.',
  sure: 'Declararla perdida',
  keep: 'Dejarla como está',
}

export const keysWords: Phrases<typeof en> = { en, es }
