-- Files of old registers between their preview and the job that takes them in. They hold personal data, so they are sealed.
create table review.upload (
    id      uuid primary key,
    person  bigint not null,
    organ   bigint not null references organ.organ,
    at      timestamptz not null,
    name    text not null,
    content text not null check (content like 'sm4:%')
);

-- Which row of an old register became which request: none is taken in twice.
create table review.imported (
    organ      bigint not null references organ.organ,
    old_number text not null,
    request    bigint not null references request.request,
    at         timestamptz not null,
    primary key (organ, old_number)
);
