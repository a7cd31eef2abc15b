-- Forms begun and not yet sent. Organ 0 stands for none: the administrators act for no organ.
create table workbench.draft (
    id       uuid primary key,
    person   bigint not null references access.person on delete cascade,
    organ    bigint not null,
    page     text not null,
    fields   text not null check (fields like 'sm4:%'),
    saved_at timestamptz not null,
    unique (person, organ, page)
);
create index on workbench.draft (saved_at);
