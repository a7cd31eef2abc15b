-- One draft at a time for each browser and organ, but any number of sent ones beside it: whoever begins the next keeps the receipt of the last.
alter table application.draft drop constraint draft_token_organ_key;
create unique index draft_open on application.draft (token, organ) where number is null;
create index draft_sent on application.draft (token, organ, sent_at) where number is not null;
