-- A mental health professional shows themselves like a peer, and nobody looks for one: a seeker may let them read along. It is
-- copied from the roster, like everything else that it says of a peer.
alter table support.peer add column professional boolean not null default false;
