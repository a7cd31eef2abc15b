create schema reporting;

-- The yearly report an organ is working on. What is counted from the ledgers is not stored here, only what people add.
create table reporting.report (
    organ        bigint not null references organ.organ,
    year         int not null check (year between 2000 and 9999),
    published_on date,
    primary key (organ, year)
);

-- Its prose, part by part, so that several people can write at once; version tells who was first.
create table reporting.part (
    organ      bigint not null,
    year       int not null,
    part       text not null,
    text       text not null,
    version    int not null,
    changed_at timestamptz not null,
    changed_by bigint not null,
    primary key (organ, year, part),
    foreign key (organ, year) references reporting.report
);

-- Figures entered by hand, table 2. A cell without row is blank, which is not 0.
create table reporting.entry (
    organ      bigint not null,
    year       int not null,
    cell       text not null,
    value      numeric not null,
    changed_at timestamptz not null,
    changed_by bigint not null,
    primary key (organ, year, cell),
    foreign key (organ, year) references reporting.report
);

-- What is added to or taken from a counted cell because the register is incomplete. Rows are appended; a cell's adjustment is their sum.
create table reporting.adjustment (
    id          bigint generated always as identity primary key,
    organ       bigint not null,
    year        int not null,
    cell        text not null,
    added       int not null check (added <> 0),
    reason      text not null,
    recorded_at timestamptz not null,
    recorded_by bigint not null,
    foreign key (organ, year) references reporting.report
);
create index on reporting.adjustment (organ, year);

-- Report files that were read in, newest last. The report as it was read stands beside the file.
create table reporting.file (
    id      bigint generated always as identity primary key,
    organ   bigint not null references organ.organ,
    year    int not null,
    file    uuid not null,
    name    text not null,
    report  text not null,
    errors  int not null,
    read_at timestamptz not null,
    read_by bigint
);
create index on reporting.file (organ, year, id);
