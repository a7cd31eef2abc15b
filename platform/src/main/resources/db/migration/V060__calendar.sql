create schema calendar;

-- One number that every change raises. A node sees by it that the calendar it keeps in memory is old.
create table calendar.revision (
    number bigint not null,
    single boolean primary key default true check (single)
);
insert into calendar.revision (number) values (1);

-- A yearly notice that was entered, or what a region decided. Never changed; a wrong one is withdrawn with a reason and entered anew.
create table calendar.decision (
    id               bigint generated always as identity primary key,
    year             int check (year between 2000 and 2100),
    region           text check (region ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
    source           text        not null check (source <> ''),
    entered_at       timestamptz not null,
    entered_by       text,
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,
    check ((year is null) <> (region is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);

create table calendar.day (
    decision bigint  not null references calendar.decision,
    day      date    not null,
    name     text    not null,
    off      boolean not null,
    primary key (decision, day)
);
