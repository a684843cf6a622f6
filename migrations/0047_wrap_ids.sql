-- The id of a way to open a peer's keys carried the millisecond in which it was made. Nothing refers to one, so those that are there
-- are drawn anew; their day stays.
alter table support.peer_wrap no force row level security;
update support.peer_wrap set id = gen_random_uuid() where substr(id::text, 15, 1) <> '4';
alter table support.peer_wrap force row level security;
alter table support.peer_wrap
  add constraint peer_wrap_id_random check (substr(id::text, 15, 1) = '4');
