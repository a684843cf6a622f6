-- From which content key on whoever has a conversation has it: what was written on their side under an older one, somebody else wrote.
alter table support.conversation add column from_key integer not null default 1
  constraint conversation_from_key_from_one check (from_key >= 1);
-- The blob is padded now, so that its size doesn't tell how many read; what is stored grows by that.
alter table support.conversation drop constraint conversation_sealed_bounded;
alter table support.conversation add constraint conversation_sealed_bounded
  check (octet_length(sealed) between 29 and 131072);
