-- Pastoral support is for whoever wants it, so somebody is asked first.
alter table incident.further_facts add column chaplain_wanted incident.told not null default 'unknown';
alter table incident.further_facts alter column chaplain_wanted drop default;
