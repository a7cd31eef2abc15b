-- What the register of reconsiderations and lawsuits tells beyond table 4.
alter table remedy.remedy
    add column hearing     text not null default 'ORDINARY' check (hearing in ('SUMMARY', 'ORDINARY')),
    add column decider     text not null default '',
    add column defendants  text not null default '',
    add column about       text not null default '',
    add column copy_on     date,
    add column defended_on date,
    add column result      text,
    add column redo_until  date,
    add column redo_number text,
    add column lesson      text not null default '';
create index on remedy.remedy (organ, closed_on);

-- What happened in a case; appended, never changed.
create table remedy.event (
    id          bigint generated always as identity primary key,
    remedy      bigint not null references remedy.remedy,
    type        text not null,
    on_day      date not null,
    note        text not null,
    recorded_at timestamptz not null,
    recorded_by bigint
);
create index on remedy.event (remedy, id);
