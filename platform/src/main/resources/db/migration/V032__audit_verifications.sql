-- When the log was last verified, and with what result. Only information: whoever doubts it verifies again.
create table audit.verification (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    links    bigint not null,
    head     text not null,
    found    bigint not null,
    findings text not null
);
