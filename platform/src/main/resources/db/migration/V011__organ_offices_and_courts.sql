-- The disclosure office (政府信息公开工作机构) as the guide tells it, from that day on.
create table organ.office (
    organ    bigint not null references organ.organ,
    since    date   not null,
    name     text   not null,
    address  text   not null,
    hours    text   not null,
    phone    text   not null,
    fax      text   not null,
    email    text   not null,
    url      text   not null,
    postcode text   not null,
    channels text[] not null,
    primary key (organ, since)
);

-- Which court hears a case of first instance: a rule holds for the organ itself or for those below it, from that day on; the nearest rule
-- wins. An empty court ends an earlier rule.
create table organ.court (
    organ  bigint not null references organ.organ,
    covers text   not null,
    since  date   not null,
    court  text   not null,
    basis  text   not null,
    primary key (organ, covers, since)
);
