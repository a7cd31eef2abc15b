create schema organ;

create table organ.organ (
    id     bigint generated always as identity primary key,
    code   text not null unique,
    name   text not null,
    parent bigint references organ.organ
);
create index on organ.organ (parent);
