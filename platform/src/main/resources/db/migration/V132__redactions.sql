-- What is to be hidden in a file of a case, who said so, and why (区分处理，第三十七条). A mark taken back stays on record.
create table review.mark (
    id         bigint generated always as identity primary key,
    request    bigint not null references request.request,
    original   uuid not null,
    page       int not null check (page > 0),
    "left"     double precision not null,
    top        double precision not null,
    "right"    double precision not null,
    bottom     double precision not null,
    ground     text not null,
    note       text not null,
    person     bigint not null,
    who        text not null,
    at         timestamptz not null,
    removed_by text,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null))
);
create index on review.mark (request, original);

-- The version of a file that may be given out, and what it was made of.
create table review.redaction (
    id       bigint generated always as identity primary key,
    request  bigint not null references request.request,
    original uuid not null,
    result   uuid not null,
    pages    int not null,
    marks    int not null,
    removed  int not null,
    who      text not null,
    at       timestamptz not null
);
create index on review.redaction (request, original);
