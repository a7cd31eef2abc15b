-- A file that was confirmed waits for its job; once taken in, only what became of it is kept, for a day.
alter table register.upload add column confirmed boolean not null default false;
alter table register.upload add column summary text;
