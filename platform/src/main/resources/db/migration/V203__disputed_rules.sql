-- How an organ answers questions the law leaves open, each answer from a day on. Where nothing stands the usual answer holds.
create table casework.rule (
    organ       bigint not null references organ.organ,
    question    text not null,
    since       date not null,
    answer      text not null,
    reason      text not null,
    recorded_at timestamptz not null,
    recorded_by bigint,
    primary key (organ, question, since)
);
