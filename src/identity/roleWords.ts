import type { Role } from '../platform/actor.ts'
import type { Words } from '../ui/language.ts'

/** Roles as people say them, inside a sentence. */
export const roleWords: Words<Role> = {
  en: {
    peer: 'peer',
    duty_coordinator: 'duty coordinator',
    clinical_director: 'clinical director',
    agency_contact: 'agency contact',
    administrator: 'administrator',
    instructor: 'instructor',
    learner: 'learner',
  },
  es: {
    peer: 'par',
    duty_coordinator: 'coordinación de guardia',
    clinical_director: 'dirección clínica',
    agency_contact: 'contacto de la agencia',
    administrator: 'administración',
    instructor: 'docente de cursos',
    learner: 'participante en cursos',
  },
}
