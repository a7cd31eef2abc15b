create schema workbench;

create table workbench.saved_filter (
    id     bigint generated always as identity primary key,
    person bigint not null references access.person on delete cascade,
    path   text not null,
    name   text not null,
    link   text not null,
    unique (person, path, name)
);
