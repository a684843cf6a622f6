import type { Words } from '../ui/language.ts'
import type { Discipline } from './discipline.ts'

export const disciplineWords: Words<Discipline> = {
  en: {
    law_enforcement: 'Law enforcement',
    fire: 'Fire',
    ems: 'EMS',
    dispatch: 'Dispatch',
    corrections: 'Corrections',
    military_veteran: 'Military and veterans',
    sar: 'Search and rescue',
    hospital: 'Hospital',
    civilian_staff: 'Civilian staff',
    family: 'Families',
  },
  es: {
    law_enforcement: 'Policía',
    fire: 'Bomberos',
    ems: 'Emergencias médicas',
    dispatch: 'Despacho',
    corrections: 'Prisiones',
    military_veteran: 'Militares y veteranos',
    sar: 'Búsqueda y rescate',
    hospital: 'Hospitales',
    civilian_staff: 'Personal civil',
    family: 'Familias',
  },
}
