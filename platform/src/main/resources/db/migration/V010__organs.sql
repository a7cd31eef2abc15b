create schema organ;

-- One number that every change of an organ raises. Its row is the lock that lets changes happen one after another, and a node sees by it
-- that what it keeps in memory is old.
create table organ.revision (
    number bigint not null,
    single boolean primary key default true check (single)
);
insert into organ.revision (number) values (1);

create table organ.organ (
    id   bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);

-- What an organ was from one day to the day before another. The lines of one organ follow each other without a gap and without overlap.
create table organ.period (
    organ       bigint  not null references organ.organ,
    since       date    not null,
    until       date check (until > since),
    name        text    not null check (name <> ''),
    short_name  text    not null check (short_name <> ''),
    kind        text    not null,
    parent      bigint references organ.organ check (parent <> organ),
    region      text check (region ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
    credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    justice     boolean not null default false,
    capacities  text[]  not null default '{}',
    supervisor  bigint references organ.organ,
    place       int     not null default 0,
    primary key (organ, since)
);

-- What happened to an organ, on which paper.
create table organ.event (
    id          bigint generated always as identity primary key,
    organ       bigint      not null references organ.organ,
    kind        text        not null,
    day         date        not null,
    document    text        not null,
    what        text        not null,
    recorded_at timestamptz not null,
    recorded_by text
);
create index on organ.event (organ, day);

-- Who carries on the duties of whom (机构改革后由谁继续行使职权).
create table organ.succession (
    predecessor bigint not null references organ.organ,
    successor   bigint not null references organ.organ check (successor <> predecessor),
    day         date   not null,
    primary key (predecessor, successor, day)
);
create index on organ.succession (successor);
